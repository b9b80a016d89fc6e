package io.memu4j.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.ModelException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EmbedderTest {
    private static final Executor OTHER_THREAD = task -> new Thread(task).start();
    private static final List<String> TEXTS =
            IntStream.range(0, 300).mapToObj(n -> "text " + n).toList();

    private final Recorder model = new Recorder();

    /** The vector of "text 7" is 7. */
    private static final class Recorder implements TextEmbedder {
        final List<String> texts = Collections.synchronizedList(new ArrayList<>());
        final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch called = new CountDownLatch(1);
        volatile boolean hangs;
        volatile boolean interrupted;
        volatile boolean fails;

        @Override
        public EmbeddingSpace space() {
            return new EmbeddingSpace("recorder", 1);
        }

        @Override
        public List<float[]> embedAll(List<String> asked) {
            texts.addAll(asked);
            threads.add(Thread.currentThread());
            called.countDown();
            if (fails) {
                throw ModelException.retriable("It was told to fail.", null);
            }
            if (hangs) {
                awaitInterrupt();
            }
            return asked.stream()
                    .map(text -> new float[] {Integer.parseInt(text.substring(5))})
                    .toList();
        }

        @Override
        public float[] embedQuery(String query) {
            return new float[1];
        }

        private void awaitInterrupt() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted = true;
                throw ModelException.retriable("It was interrupted.", e);
            }
        }
    }

    @Test
    void what_is_begun_is_made_in_another_thread_once_and_in_order() throws InterruptedException {
        List<Integer> progress = new ArrayList<>();
        try (Embedder embedder = new Embedder(Optional.of(model), OTHER_THREAD)) {
            embedder.begin(TEXTS);
            model.called.await();
            embedder.prepare(TEXTS, progress::add);
            assertThat(embedder.vector("text 299")).containsExactly(299);
        }
        assertThat(progress).containsExactly(256, 300);
        assertThat(model.texts).containsExactlyElementsOf(TEXTS);
        assertThat(model.threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void a_few_texts_are_not_worth_a_thread() {
        try (Embedder embedder = new Embedder(Optional.of(model), OTHER_THREAD)) {
            embedder.begin(TEXTS.subList(0, 3));
            assertThat(model.texts).isEmpty();
            embedder.prepare(TEXTS.subList(0, 3), done -> {});
        }
        assertThat(model.threads).containsExactly(Thread.currentThread());
    }

    @Test
    void a_failure_is_thrown_where_the_vectors_are_waited_for() {
        model.fails = true;
        try (Embedder embedder = new Embedder(Optional.of(model), OTHER_THREAD)) {
            embedder.begin(TEXTS);
            assertThatThrownBy(() -> embedder.prepare(TEXTS, done -> {}))
                    .isInstanceOf(ModelException.class)
                    .hasMessage("It was told to fail.");
        }
        assertThat(model.texts).as("no batch after the one that failed").hasSize(256);
    }

    @Test
    void closing_ends_the_call_under_way_and_makes_no_other() throws InterruptedException {
        model.hangs = true;
        try (Embedder embedder = new Embedder(Optional.of(model), OTHER_THREAD)) {
            embedder.begin(TEXTS);
            model.called.await();
        }
        assertThat(model.interrupted).as("the call has ended").isTrue();
        assertThat(model.texts).hasSize(256);
    }

    @Test
    void the_calling_thread_embeds_if_no_other_is_free() {
        List<Runnable> waiting = new ArrayList<>();
        try (Embedder embedder = new Embedder(Optional.of(model), waiting::add)) {
            embedder.begin(TEXTS);
            embedder.prepare(TEXTS, done -> {});
        }
        waiting.forEach(Runnable::run);
        assertThat(model.texts).containsExactlyElementsOf(TEXTS);
        assertThat(model.threads).containsOnly(Thread.currentThread());
    }

    @Test
    void an_executor_that_rejects_the_work_costs_nothing_but_the_wait() {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        try (Embedder embedder = new Embedder(Optional.of(model), full)) {
            embedder.begin(TEXTS);
            embedder.prepare(TEXTS, done -> {});
        }
        assertThat(model.texts).containsExactlyElementsOf(TEXTS);
    }

    @Test
    void work_that_begins_after_the_end_calls_no_model() {
        List<Runnable> waiting = new ArrayList<>();
        try (Embedder embedder = new Embedder(Optional.of(model), waiting::add)) {
            embedder.begin(TEXTS);
        }
        waiting.forEach(Runnable::run);
        assertThat(model.texts).isEmpty();
    }
}
