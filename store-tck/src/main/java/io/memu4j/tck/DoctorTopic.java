package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.config.BlobConfig;
import io.memu4j.doctor.DoctorReport;
import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A doctor on one kind of database, each time on one of its own; and what its tests need. */
abstract class DoctorTopic {
    static final MemoryScope ANA = new MemoryScope("ana", "agent");

    final TextEmbedder model = new HashedWordsModel(64);
    final TextEmbedder other = new HashedWordsModel(32);

    /** The place of copies; what lies beside it is looked at too. */
    Path folder;

    StoreFixture fixture;
    MemoryServiceFactory memu;
    MemoryService ana;

    /** Opens a database without content of the schema's current version. */
    protected abstract StoreFixture open() throws Exception;

    @BeforeEach
    final void openDatabase(@TempDir Path temporary) throws Exception {
        folder = temporary.resolve("resources");
        fixture = open();
        memu = factory(Models.of(model));
        ana = memu.service(ANA);
        ana.memorize(ServiceTopic.chatFile(ServiceTopic.FACTS));
    }

    @AfterEach
    final void closeDatabase() {
        fixture.close();
    }

    final Finding only(Area area, boolean fix) {
        DoctorReport report = memu.admin().doctor(fix);
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).area()).isEqualTo(area);
        return report.findings().get(0);
    }

    final ScopeStore scope() {
        return fixture.store().in(ANA);
    }

    static void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    final List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Never closed: that would close the fixture's store. */
    final MemoryServiceFactory factory(Models models) {
        return factory(fixture.store(), models);
    }

    /** An hour later, with the copies there. */
    final MemoryAdmin later(Path place) {
        return MemoryServiceFactory.builder()
                .store(fixture.store())
                .llm(Models.of(model))
                .blobs(BlobConfig.folder(place))
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                .build()
                .admin();
    }

    final MemoryServiceFactory factory(MemoryStore store, Models models) {
        return MemoryServiceFactory.builder()
                .store(store)
                .llm(models)
                .blobs(BlobConfig.folder(folder))
                .build();
    }
}
