package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.memorize.MemorizeRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FallbackTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream log = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void a_database_that_opens_is_used() {
        DatabaseConfig database = DatabaseConfig.sqlite(folder.resolve("memu.db"));
        assertThat(remembersAcross(database)).isTrue();
        assertThat(printed.size()).isZero();
    }

    @Test
    void a_database_that_cannot_be_opened_is_replaced_by_memory_and_the_log_says_why() throws IOException {
        Path notADatabase = folder.resolve("memu.db");
        Files.writeString(notADatabase, "This is a text and no database at all. ".repeat(100));
        assertThat(remembersAcross(DatabaseConfig.sqlite(notADatabase))).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("Memories will not be kept: ")
                .contains(notADatabase.toString());
    }

    @Test
    void a_schema_that_must_be_migrated_is_not_hidden_by_the_fallback() {
        DatabaseConfig empty =
                DatabaseConfig.jdbc("jdbc:h2:file:" + folder.resolve("empty")).withMigrate(Migrate.NEVER);
        assertThatThrownBy(() -> Fallback.open(empty, log)).isInstanceOf(SchemaOutOfDateException.class);
    }

    /** Whether what one factory stored is there for the next. */
    private boolean remembersAcross(DatabaseConfig database) {
        try (MemoryServiceFactory memu = Fallback.open(database, log)) {
            MemoryService memory = memu.service("alice", "assistant");
            memory.memorize(MemorizeRequest.text("notes", "I play the oboe."));
            assertThat(memory.counts().passages()).isEqualTo(1);
        }
        try (MemoryServiceFactory memu = Fallback.open(database, log)) {
            return memu.service("alice", "assistant").counts().passages() == 1;
        }
    }
}
