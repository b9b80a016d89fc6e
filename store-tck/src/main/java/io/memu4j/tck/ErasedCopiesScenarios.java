package io.memu4j.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.ErasureReport;
import io.memu4j.admin.ErasureReport.ErasedScope;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.config.BlobConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of sources that an erasure does not reach at once: it says so, and the next one does the rest. */
abstract class ErasedCopiesScenarios extends ServiceTopic {
    private Path elsewhere;

    @BeforeEach
    final void makeAnotherPlace(@TempDir Path empty) {
        elsewhere = empty;
    }

    @Test
    void a_copy_that_a_killed_memorize_left_goes_with_an_erasure_that_is_repeated_later() throws IOException {
        ana.memorize(chatFile(FACTS));
        Path left = leave(ana.scope());
        String user = ana.scope().userId();
        for (int time = 0; time < 2; time++) {
            ErasureReport report = memu.admin().eraseUser(user);
            assertThat(report.complete()).isFalse();
            assertThat(report.scopes()).extracting(ErasedScope::copiesLeft).containsExactly(1);
            assertThat(left).exists();
        }
        ErasureReport later = later(folder).eraseUser(user);
        assertThat(later.scopes()).hasSize(1);
        assertThat(later.complete()).isTrue();
        assertThat(left).doesNotExist();
        assertThat(later(folder).eraseUser(user).scopes()).isEmpty();
    }

    @Test
    void a_copy_of_a_memory_that_never_came_about_is_found_by_user_and_agent() throws IOException {
        MemoryScope never = Samples.scope();
        Path left = leave(never);
        ErasureReport byUser = later(folder).eraseUser(never.userId());
        assertThat(byUser.scopes()).isEmpty();
        assertThat(byUser.notCovered()).anyMatch(line -> line.contains("killed") && line.contains("memu doctor --fix"));
        assertThat(left).exists();
        assertThat(memu.admin().eraseScope(never).complete()).as("at once").isFalse();
        assertThat(later(folder).eraseScope(never).complete()).isTrue();
        assertThat(left).doesNotExist();
    }

    @Test
    void copies_in_another_place_stay_queued_and_are_erased_from_there() {
        ana.memorize(chatFile(FACTS));
        for (int time = 0; time < 2; time++) {
            ErasureReport report = later(elsewhere).eraseUser(ana.scope().userId());
            assertThat(report.complete()).isFalse();
            ErasedScope erased = report.scopes().get(0);
            assertThat(erased.copiesMissing()).isEqualTo(1);
            assertThat(erased.after().isEmpty()).isTrue();
            assertThat(report.notCovered())
                    .anyMatch(line -> line.contains("1 copies") && line.contains(elsewhere.toString()));
            assertThat(contents(ana).pendingDeletions()).hasSize(1);
            assertThat(copies()).isEqualTo(1);
        }
        ErasureReport report = memu.admin().eraseUser(ana.scope().userId());
        assertThat(report.complete()).isTrue();
        assertThat(report.scopes()).extracting(ErasedScope::copiesDeleted).containsExactly(1);
        assertThat(copies()).isZero();
    }

    @Test
    void copies_in_two_places_are_erased_from_each() throws IOException {
        ana.memorize(chatFile(FACTS));
        factory(elsewhere)
                .service(ana.scope())
                .memorize(MemorizeRequest.bytes("notes.txt", "I play the cello.".getBytes(UTF_8)));
        for (int time = 0; time < 2; time++) {
            assertThat(factory(elsewhere).admin().eraseScope(ana.scope()).complete())
                    .isFalse();
            assertThat(elsewhere.resolve(fixture().store().identity().id())).isEmptyDirectory();
            assertThat(copies()).isEqualTo(1);
        }
        assertThat(memu.admin().eraseScope(ana.scope()).complete()).isTrue();
        assertThat(copies()).isZero();
    }

    @Test
    void copies_that_are_lost_are_told_and_given_up_when_somebody_says_so() throws IOException {
        ana.memorize(chatFile(FACTS));
        Path place = place(ana.scope());
        try (var files = Files.list(place)) {
            Files.delete(files.findFirst().orElseThrow());
        }
        for (int time = 0; time < 2; time++) {
            ErasureReport report = memu.admin().eraseScope(ana.scope());
            assertThat(report.complete()).isFalse();
            assertThat(report.notCovered()).anyMatch(line -> line.contains("empty folder " + place));
        }
        Files.createDirectory(place);
        assertThat(memu.admin().eraseScope(ana.scope()).complete()).isTrue();
    }

    @Test
    void copies_in_the_heap_of_an_earlier_program_are_told_and_do_not_stay_for_ever() {
        inHeap().service(ana.scope()).memorize(chatFile(FACTS));
        ErasureReport report = inHeap().admin().eraseScope(ana.scope());
        assertThat(report.complete()).isTrue();
        assertThat(report.notCovered()).anyMatch(line -> line.startsWith("1 copies") && line.contains("heap"));
    }

    private MemoryServiceFactory inHeap() {
        return MemoryServiceFactory.builder()
                .store(fixture().store())
                .llm(Models.of(model))
                .blobs(BlobConfig.memory())
                .build();
    }

    /** A copy that a process kept right before it was killed. */
    private Path leave(MemoryScope scope) throws IOException {
        Path place = Files.createDirectories(place(scope));
        return Files.writeString(place.resolve(Samples.IDS.next() + "-" + Samples.IDS.next()), "secret");
    }

    private MemoryServiceFactory factory(Path place) {
        return MemoryServiceFactory.builder()
                .store(fixture().store())
                .llm(Models.of(model))
                .blobs(BlobConfig.folder(place))
                .build();
    }

    /** Twenty minutes later. */
    private MemoryAdmin later(Path place) {
        return MemoryServiceFactory.builder()
                .store(fixture().store())
                .llm(Models.of(model))
                .blobs(BlobConfig.folder(place))
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20)))
                .build()
                .admin();
    }
}
