package io.memu4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.search.FakeStore;
import io.memu4j.model.ModelCallListener;
import io.memu4j.observe.MemoryObserver;
import io.memu4j.spi.llm.Models;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolatileStorageWarningsTest {
    @TempDir
    Path folder;

    @Test
    void a_factory_on_a_file_with_copies_in_a_folder_has_nothing_to_say() {
        assertThat(said(MemoryServiceFactory.builder().store(new FakeStore()).blobs(BlobConfig.folder(folder))))
                .isEmpty();
        assertThat(sentences(DatabaseConfig.sqlite(folder.resolve("memu.db")))).isEmpty();
        assertThat(sentences(DatabaseConfig.jdbc("jdbc:h2:file:" + folder.resolve("memu"))))
                .isEmpty();
        assertThat(sentences(DatabaseConfig.postgresql("jdbc:postgresql://localhost/memory", "u", "p")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "JDBC:H2:MEM:x;DB_CLOSE_DELAY=-1"})
    void an_h2_database_in_memory_is_said_not_to_persist(String url) {
        assertThat(sentences(DatabaseConfig.jdbc(url)))
                .singleElement()
                .asString()
                .contains("H2", "in the heap");
    }

    @Test
    void so_is_the_heap_chosen_or_not() {
        assertThat(sentences(DatabaseConfig.h2InMemory()))
                .singleElement()
                .asString()
                .contains("H2", "in the heap");
        assertThat(sentences(DatabaseConfig.memory()))
                .singleElement()
                .asString()
                .contains("DatabaseConfig.memory()", "in the heap");
        assertThat(sentences(null)).singleElement().asString().contains("No database is configured");
    }

    @Test
    void copies_of_sources_that_end_with_the_process_are_named_when_the_factory_is_built() {
        assertThat(said(MemoryServiceFactory.builder().store(new FakeStore())))
                .singleElement()
                .asString()
                .contains("Copies of sources are kept in the heap");
    }

    private static List<String> sentences(DatabaseConfig database) {
        return VolatileStorageWarnings.sentences(new Wiring.Choices(
                database,
                null,
                null,
                Models.none(),
                null,
                null,
                MemorizeConfig.DEFAULT,
                RetrieveConfig.DEFAULT,
                ModelCallListener.NONE,
                MemoryObserver.NONE,
                Clock.systemUTC(),
                null,
                null));
    }

    /** The warnings of building it. */
    private static List<String> said(MemoryServiceFactory.Builder builder) {
        List<String> said = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord event) {
                if (event.getLevel().intValue() >= Level.WARNING.intValue()) {
                    said.add(event.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(MemoryServiceFactory.class.getName());
        logger.addHandler(handler);
        try {
            builder.llm(Models.none()).build().close();
        } finally {
            logger.removeHandler(handler);
        }
        return said;
    }
}
