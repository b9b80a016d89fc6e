package io.memu4j.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.internal.blob.BlobStores;
import io.memu4j.memorize.MemorizeListener;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobHold;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Copies of sources beside the rows that name them. */
abstract class CopyScenarios extends ServiceTopic {
    private final List<Long> seen = new ArrayList<>();
    private int stores;

    @Test
    void a_copy_is_kept_when_no_model_is_to_be_asked_any_more() {
        MemorizeListener watching = (step, done, total) -> seen.add(copies());
        ana.memorize(chatFile(FACTS).withListener(watching));
        assertThat(seen).hasSizeGreaterThan(5).containsOnly(0L);
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void with_a_chat_model_a_copy_is_kept_after_the_summaries() {
        NoteTaker notes = new NoteTaker();
        ScriptedChatModel chat = new ScriptedChatModel().otherwise(request -> {
            seen.add(copies());
            return notes.apply(request);
        });
        MemoryService bea = factory(fixture().store(), ScriptedModels.of(chat)).service(Samples.scope());
        bea.memorize(chatFile(FACTS));
        assertThat(chat.requests()).anyMatch(NoteTaker::asksForSummaries);
        assertThat(seen).containsOnly(0L);
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void an_import_keeps_a_copy_after_the_vectors() {
        ana.memorize(chatFile(FACTS));
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        memu.transfer().exportTo(export, ExportOptions.scope(ana.scope()).withoutVectors());
        MemoryScope target = Samples.scope();
        RecordingEmbeddingModel asked = new RecordingEmbeddingModel(new HashedWordsModel(256));
        MemoryService there = memu.service(target);
        MemoryServiceFactory other = factory(
                fixture().store(),
                Models.of(new Watched(
                        asked,
                        () -> copies()
                                - ana.counts().resources()
                                - there.counts().resources())));
        other.transfer()
                .importFrom(
                        new ByteArrayInputStream(export.toByteArray()),
                        ImportOptions.DEFAULT.withUser(target.userId()).withAgent(target.agentId()));
        assertThat(asked.calls()).isPositive();
        assertThat(seen).as("copies that no row names").containsOnly(0L);
        assertThat(copies()).isEqualTo(2);
    }

    @Test
    void a_source_that_is_planned_again_keeps_one_copy() {
        String late = "I adopted a parrot called Kiwi.";
        overtaken(chatFile(FACTS), () -> chatFile(List.of(FACTS.get(0), late)));
        assertThat(copies()).isEqualTo(1);
        assertThat(statements(ana)).anyMatch(s -> s.contains("violin")).noneMatch(s -> s.contains("parrot"));
    }

    @Test
    void a_source_whose_summaries_are_written_again_keeps_one_copy() {
        overtaken(
                chatFile(FACTS),
                () -> MemorizeRequest.bytes(
                        "another file", "I play the cello in a band every Monday.\n".getBytes(UTF_8), "chat.txt"));
        assertThat(copies()).isEqualTo(2);
        assertThat(statements(ana)).anyMatch(s -> s.contains("violin")).anyMatch(s -> s.contains("cello"));
    }

    @Test
    void what_is_queued_for_deletion_is_read_while_no_restore_can_change_it() {
        FailingStore busy = new FailingStore(fixture().store());
        MemoryService same = factory(busy.asStore(), Models.of(model)).service(ana.scope());
        String id = ana.memorize(chatFile(FACTS)).resource().id();
        BlobStore place = BlobStores.open(BlobConfig.folder(folder), fixture().store(), Clock.systemUTC())
                .orElseThrow();
        CompletableFuture<BlobHold> restore = new CompletableFuture<>();
        busy.after(
                "deletionsDone",
                () -> assertThat(restore).as("the hold of a restore").isNotDone());
        busy.after(
                "pendingDeletions",
                () -> busy.after("pendingDeletions", () -> {
                    new Thread(() -> restore.complete(place.hold())).start();
                    assertThatThrownBy(() -> restore.get(200, TimeUnit.MILLISECONDS))
                            .isInstanceOf(TimeoutException.class);
                }));
        same.resources().delete(id);
        restore.join().close();
        assertThat(copies()).isZero();
    }

    /** Counts copies whenever it is asked. */
    private final class Watched implements TextEmbedder {
        private final TextEmbedder model;
        private final Supplier<Long> copies;

        Watched(TextEmbedder model, Supplier<Long> copies) {
            this.model = model;
            this.copies = copies;
        }

        @Override
        public EmbeddingSpace space() {
            return model.space();
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            seen.add(copies.get());
            return model.embedAll(texts);
        }

        @Override
        public float[] embedQuery(String query) {
            seen.add(copies.get());
            return model.embedQuery(query);
        }
    }

    /** Memorizes {@code request}, and the other one right before it would be written. */
    private void overtaken(MemorizeRequest request, Supplier<MemorizeRequest> faster) {
        MemoryService other =
                factory(fixture().store(), Models.of(new HashedWordsModel(256))).service(ana.scope());
        ana.memorize(request.withListener((step, done, total) -> {
            if (step == Step.STORE && stores++ == 0) {
                other.memorize(faster.get());
            }
        }));
        assertThat(stores).as("tries").isGreaterThan(1);
    }
}
