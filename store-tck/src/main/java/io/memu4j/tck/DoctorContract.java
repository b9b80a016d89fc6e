package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.memu4j.MemorizeRequest;
import io.memu4j.MemoryAdmin;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.doctor.DoctorReport;
import io.memu4j.error.ModelException;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.OwnerKind;
import io.memu4j.model.Resource;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.Finding;
import io.memu4j.spi.store.Finding.Area;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.PageRequest;
import io.memu4j.spi.store.ResourceFilter;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.vector.ReembedReport;
import io.memu4j.vector.ReembedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a doctor finds and sees to on one kind of database, each time on one of its own. */
public abstract class DoctorContract {
    private static final MemoryScope ANA = new MemoryScope("ana", "agent");

    private final EmbeddingModel model = new HashedWordsModel(64);
    private final EmbeddingModel other = new HashedWordsModel(32);

    /** The place of copies; what lies beside it is looked at too. */
    private Path folder;

    private StoreFixture fixture;
    private MemoryServiceFactory memu;
    private MemoryService ana;

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

    @Test
    void a_memory_in_order_has_no_findings() {
        assertThat(memu.admin().doctor(false)).isEqualTo(new DoctorReport(1, List.of()));
        assertThat(memu.admin().doctor(true).isHealthy()).isTrue();
    }

    @Test
    void copies_that_nothing_names_are_found_once_they_are_old_and_deleted() throws IOException {
        Path copy = copies().get(0);
        Path orphan = Files.copy(copy, copy.resolveSibling("0".repeat(36)));
        Path draft = Files.copy(copy, copy.resolveSibling("." + copy.getFileName() + ".tmp"));
        assertThat(memu.admin().doctor(true).findings()).isEmpty();
        makeOld(orphan);
        makeOld(draft);
        makeOld(copy);

        Finding finding = only(Area.COPIES, false);
        assertThat(finding.problem()).startsWith("2 copies").contains("1 of them incomplete");
        assertThat(finding.fixable()).isTrue();
        assertThat(only(Area.COPIES, true).fixed()).isTrue();
        assertThat(copies()).containsExactly(copy);
        assertThat(memu.admin().doctor(false).findings()).isEmpty();
    }

    @Test
    void a_copy_that_a_row_names_since_it_was_listed_is_not_deleted() throws IOException {
        Resource resource = ana.resources()
                .list(ResourceFilter.ALL, PageRequest.first(1))
                .rows()
                .get(0);
        Path copy = copies().get(0);
        Path restored = Files.copy(copy, copy.resolveSibling(resource.id() + "-" + Samples.IDS.next()));
        makeOld(restored);
        String key = ANA.longHash() + "/" + restored.getFileName();
        FailingStore busy = new FailingStore(fixture.store());
        busy.after("resources", () -> scope().apply(
                        ChangeSet.builder().put(Samples.withCopy(resource, key)).build()));

        factory(busy.asStore(), Models.of(model)).admin().doctor(true);

        assertThat(restored).exists();
        assertThat(ana.resources().copy(resource.id())).isPresent();
    }

    @Test
    void copies_of_a_scope_that_is_gone_are_found() throws IOException {
        Path foreign = Files.createDirectories(folder.resolve("ab".repeat(32)));
        Path orphan = Files.writeString(foreign.resolve("0".repeat(36)), "x");
        Files.writeString(folder.resolve("notes.txt"), "of somebody else");
        makeOld(orphan);
        only(Area.COPIES, true);
        assertThat(foreign).doesNotExist();
        assertThat(folder.resolve("notes.txt")).exists();
    }

    @Test
    void a_resource_whose_copy_is_missing_is_found_and_left_to_a_person() throws IOException {
        Files.delete(copies().get(0));
        Finding finding = only(Area.COPIES, true);
        assertThat(finding.problem()).contains("1 resources");
        assertThat(finding.fixable()).isFalse();
        assertThat(memu.admin().doctor(true).isHealthy()).isFalse();
    }

    @Test
    void missing_vectors_are_found_and_made() {
        factory(Models.none()).service(ANA).memorize(MemorizeRequest.text("notes", "I adopted a parrot called Kiwi."));
        assertThat(only(Area.VECTORS, false).problem()).contains("1 memories");
        only(Area.VECTORS, true);
        assertThat(scope().vectors().countMissing(model.space())).isZero();
        assertThat(memu.admin().doctor(false).findings()).isEmpty();
    }

    @Test
    void a_change_of_the_model_that_was_begun_is_named_and_left_whatever_model_is_configured() {
        beginChange();
        long prepared = vectorsOf(other);
        Finding finding = only(Area.VECTORS, true);
        assertThat(finding.problem()).contains("another model");
        assertThat(finding.fixable()).isFalse();
        assertThat(finding.remedy()).contains("memu reembed");
        List<Finding> renewed = factory(Models.of(other)).admin().doctor(true).findings();
        assertThat(renewed).hasSize(2).noneMatch(Finding::fixed);
        assertThat(renewed.get(0).problem()).contains("another embedding model");
        assertThat(renewed.get(1).remedy()).contains("memu reembed");
        assertThat(vectorsOf(other)).isEqualTo(prepared);
    }

    @Test
    void missing_vectors_are_made_during_a_change_of_the_model_and_what_is_prepared_stays() {
        factory(Models.none()).service(ANA).memorize(MemorizeRequest.text("notes", "I adopted a parrot called Kiwi."));
        beginChange();
        long prepared = vectorsOf(other);
        assertThat(memu.admin().doctor(true).findings())
                .extracting(Finding::area, Finding::fixed)
                .containsExactly(tuple(Area.VECTORS, true), tuple(Area.VECTORS, false));
        assertThat(scope().vectors().countMissing(model.space())).isZero();
        assertThat(vectorsOf(other)).isEqualTo(prepared);
    }

    @Test
    void vectors_that_a_change_left_are_named_and_deleted_by_a_change_to_the_model_in_use() {
        Resource resource = ana.resources()
                .list(ResourceFilter.ALL, PageRequest.first(1))
                .rows()
                .get(0);
        scope().vectors()
                .add(
                        List.of(new Embedding(OwnerKind.RESOURCE, resource.id(), other.space(), new float[32])),
                        scope().watermark());
        assertThat(only(Area.VECTORS, true).fixed()).isFalse();
        assertThat(vectorsOf(other)).isEqualTo(1);
        assertThat(memu.admin().reembed(ReembedRequest.ALL)).isEqualTo(new ReembedReport(model.space(), 1, 0, 0, 1));
        assertThat(memu.admin().doctor(false).findings()).isEmpty();
    }

    @Test
    void a_memory_on_another_model_is_named_and_not_touched() {
        long vectors = ana.counts().embeddings();
        DoctorReport report = factory(Models.of(other)).admin().doctor(true);
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).remedy()).contains("memu reembed");
        assertThat(report.isHealthy()).isFalse();
        assertThat(ana.counts().embeddings()).isEqualTo(vectors);
    }

    @Test
    void fresh_deletions_are_not_accused() {
        scope().apply(ChangeSet.builder()
                .dropBlob(ANA.longHash() + "/" + "1".repeat(36))
                .build());
        assertThat(memu.admin().doctor(true).findings()).allMatch(finding -> finding.area() == Area.COPIES);
        assertThat(scope().vectors().strays(0)).isZero();
    }

    @Test
    void deletions_of_copies_in_another_place_are_named_and_not_forgotten() {
        scope().apply(ChangeSet.builder()
                .dropBlob(ANA.longHash() + "/" + "1".repeat(36))
                .build());
        Path elsewhere = folder.resolveSibling("elsewhere");
        List<Finding> findings = later(elsewhere).doctor(true).findings();
        assertThat(findings).hasSize(2).noneMatch(Finding::fixed).allMatch(finding -> finding.problem()
                .contains(elsewhere.toString()));
        assertThat(scope().pendingDeletions(10)).hasSize(1);
        assertThat(later(folder).doctor(true).isHealthy()).isTrue();
        assertThat(scope().pendingDeletions(10)).isEmpty();
    }

    @Test
    void a_folder_of_copies_that_everybody_may_write_is_found() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx---rwx"));
        Finding finding = only(Area.FILES, true);
        assertThat(finding.problem()).contains(folder.toString());
        assertThat(finding.remedy()).contains("chmod");
    }

    @Test
    void what_a_restore_left_beside_the_copies_is_found() throws IOException {
        String name = ".memu-restore.0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0001.partial";
        Path left = Files.createDirectory(folder.resolveSibling(name));
        Files.createFile(folder.resolveSibling(name + ".lock"));
        assertThat(only(Area.FILES, true).problem()).contains(left + " is of a restore");
    }

    private Finding only(Area area, boolean fix) {
        DoctorReport report = memu.admin().doctor(fix);
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).area()).isEqualTo(area);
        return report.findings().get(0);
    }

    /** A change to the other model that ends after one batch. */
    private void beginChange() {
        RecordingEmbeddingModel failing = new RecordingEmbeddingModel(other);
        failing.failAt(2);
        assertThatThrownBy(() -> memu.admin()
                        .reembed(ReembedRequest.ALL.withModel(failing).withBatch(2)))
                .isInstanceOf(ModelException.class);
    }

    private long vectorsOf(EmbeddingModel made) {
        return scope().vectors().bySpace().getOrDefault(made.space(), 0L);
    }

    private ScopeStore scope() {
        return fixture.store().in(ANA);
    }

    private static void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Never closed: that would close the fixture's store. */
    private MemoryServiceFactory factory(Models models) {
        return factory(fixture.store(), models);
    }

    /** An hour later, with the copies there. */
    private MemoryAdmin later(Path place) {
        return MemoryServiceFactory.builder()
                .store(fixture.store())
                .llm(Models.of(model))
                .blobs(BlobConfig.folder(place))
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                .build()
                .admin();
    }

    private MemoryServiceFactory factory(MemoryStore store, Models models) {
        return MemoryServiceFactory.builder()
                .store(store)
                .llm(models)
                .blobs(BlobConfig.folder(folder))
                .build();
    }
}
