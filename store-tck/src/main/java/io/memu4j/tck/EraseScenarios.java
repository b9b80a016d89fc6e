package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.admin.ErasureReport;
import io.memu4j.admin.ErasureReport.ErasedScope;
import io.memu4j.error.NotFoundException;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Forgetting a user, so that nothing is left of them. */
abstract class EraseScenarios extends ServiceTopic {
    private static final Counts NOTHING = Counts.NONE;

    @Test
    void all_memories_of_a_user_go_with_their_copies_and_nobody_elses() {
        String user = UUID.randomUUID().toString();
        List<MemoryScope> hers = List.of(new MemoryScope(user, "one"), new MemoryScope(user, "two"));
        hers.forEach(scope -> memu.service(scope).memorize(chatFile(FACTS)));
        memu.service(user + "2", "one").memorize(chatFile(FACTS));
        Counts before = memu.service(hers.get(0)).counts();
        Counts others = memu.service(user + "2", "one").counts();
        assertThat(copies()).isEqualTo(3);

        ErasureReport report = memu.admin().eraseUser(user);

        assertThat(report.complete()).isTrue();
        assertThat(report.notCovered()).isNotEmpty();
        assertThat(report.scopes())
                .containsExactly(
                        new ErasedScope(hers.get(0), before, NOTHING, 1, 0, 0, true),
                        new ErasedScope(hers.get(1), before, NOTHING, 1, 0, 0, true));
        assertThat(Scopes.all(fixture().store(), 1_000))
                .extracting(s -> s.scope().userId())
                .doesNotContain(user)
                .contains(user + "2");
        assertThat(memu.service(user + "2", "one").counts()).isEqualTo(others);
        assertThat(copies()).isEqualTo(1);
        assertThat(place(hers.get(0))).doesNotExist();
        assertThat(memu.admin().eraseUser(user).scopes()).isEmpty();
    }

    @Test
    void an_erased_memory_is_empty_at_once_and_begins_anew() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        assertThat(ana.retrieve("Who plays the violin?").passages()).isNotEmpty();
        String before = contents(ana).watermark().incarnation();
        assertThat(memu.admin().eraseScope(ana.scope()).complete()).isTrue();
        assertThat(ana.retrieve("Who plays the violin?").isEmpty()).isTrue();
        ana.memorize(MemorizeRequest.append(
                "chat", List.of(ConversationMessage.user("Ana", "I adopted a parrot called Kiwi."))));
        assertThat(ana.retrieve("Who plays the violin?").passages())
                .noneMatch(found -> found.value().text().contains("violin"));
        assertThat(contents(ana).watermark().incarnation()).isNotEqualTo(before);
    }

    @Test
    void files_that_no_row_names_go_too_unless_a_writer_may_be_about_to_name_them() throws IOException {
        ana.memorize(chatFile(FACTS));
        Path copies = place(ana.scope());
        String id = Samples.IDS.next();
        Path old = Files.writeString(copies.resolve(id + "-" + "018f0000" + id.substring(8)), "secret");
        Path fresh = Files.writeString(copies.resolve(id + "-" + Samples.IDS.next()), "secret");
        ErasureReport report = memu.admin().eraseScope(ana.scope());
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(report.scopes().get(0).copiesLeft()).isEqualTo(1);
        assertThat(report.complete()).isFalse();
    }

    @Test
    void an_erasure_that_failed_anywhere_is_completed_by_the_next_one() {
        FailingStore failing = new FailingStore(fixture().store());
        var other = factory(failing.asStore(), Models.of(model));
        for (int call = 1; ; call++) {
            ana.memorize(chatFile(FACTS));
            failing.failAt(call);
            try {
                other.admin().eraseScope(ana.scope());
            } catch (StoreException expected) {
                // told to
            }
            boolean failed = failing.recover();
            assertThat(other.admin().eraseScope(ana.scope()).complete())
                    .as("failed at call %s", call)
                    .isTrue();
            assertThat(copies()).isZero();
            assertThat(contents(ana).counts()).isEqualTo(NOTHING);
            if (!failed) {
                return;
            }
        }
    }

    @Test
    void what_is_memorized_during_an_erasure_is_erased_or_stays_whole() throws Exception {
        Counts whole = ana.memorize(chatFile(FACTS)).unchanged() ? NOTHING : ana.counts();
        AtomicBoolean stop = new AtomicBoolean();
        List<StoreException> failures = new CopyOnWriteArrayList<>();
        Thread writer = new Thread(() -> {
            while (!stop.get()) {
                try {
                    ana.memorize(chatFile(FACTS));
                } catch (StoreException erased) {
                    failures.add(erased);
                } catch (NotFoundException erased) {
                    // it was stored, and erased right after
                }
            }
        });
        writer.start();
        for (int round = 0; round < 10; round++) {
            memu.admin().eraseScope(ana.scope());
            Counts now = contents(ana).counts();
            assertThat(now).isIn(NOTHING, whole);
        }
        stop.set(true);
        writer.join();
        assertThat(failures).allMatch(StoreException::isRetriable);
        ana.memorize(chatFile(FACTS));
        assertThat(ana.counts()).isEqualTo(whole);
        String id = contents(ana).resources().keySet().iterator().next();
        assertThat(ana.resources().copy(id)).isPresent();
    }
}
