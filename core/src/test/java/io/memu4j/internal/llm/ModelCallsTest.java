package io.memu4j.internal.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.CallBudget;
import io.memu4j.error.BudgetExceededException;
import io.memu4j.error.ModelException;
import io.memu4j.model.CallTotals;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.ModelCall;
import io.memu4j.model.ModelCall.Outcome;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Embedded;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.Sound;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.llm.Transcriber;
import io.memu4j.spi.llm.Transcription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ModelCallsTest {
    private static final ChatRequest REQUEST = ChatRequest.of("rules", "text", 100);

    private final List<ModelCall> told = new CopyOnWriteArrayList<>();
    private final FakeModels models = new FakeModels();
    private final ModelCalls calls = new ModelCalls(models, told::add, new CallBudget(3, 1_000));

    @Test
    void totals_add_up_tokens_retries_and_calls_of_every_kind() {
        calls.chat(ModelStep.EXTRACT).orElseThrow().chat(REQUEST);
        calls.vision().orElseThrow().chat(REQUEST);
        calls.transcription().orElseThrow().transcribe(new Sound("a.mp3", "audio/mpeg", new byte[1]));
        calls.embedding().orElseThrow().embedAll(List.of("a", "b"));
        calls.embedding().orElseThrow().embedQuery("c");

        CallTotals totals = calls.totals();

        assertThat(totals.calls()).isEqualTo(3);
        assertThat(totals.embeddingCalls()).isEqualTo(4);
        assertThat(totals.inputTokens()).isEqualTo(10 + 10 + 0 + 7 + 7);
        assertThat(totals.outputTokens()).isEqualTo(4 + 4);
        assertThat(totals.retries()).isEqualTo(2 + 2 + 1);
        assertThat(totals.latency()).isPositive();
        assertThat(told)
                .extracting(ModelCall::step)
                .containsExactlyInAnyOrder(
                        ModelStep.EXTRACT, ModelStep.VISION, ModelStep.TRANSCRIBE, ModelStep.EMBED, ModelStep.EMBED);
        assertThat(told).allMatch(call -> call.outcome() == Outcome.OK);
    }

    @Test
    void an_answer_is_told_once_and_only_when_it_was_judged() {
        ChatGenerator model = calls.chat(ModelStep.EXTRACT).orElseThrow();
        model.chat(REQUEST);
        assertThat(told).isEmpty();
        calls.unusable(ModelStep.EXTRACT);
        model.chat(REQUEST);
        model.chat(REQUEST);
        assertThat(told).extracting(ModelCall::outcome).containsExactly(Outcome.UNUSABLE, Outcome.OK);

        calls.totals();
        calls.totals();
        calls.unusable(ModelStep.EXTRACT);

        assertThat(told).extracting(ModelCall::outcome).containsExactly(Outcome.UNUSABLE, Outcome.OK, Outcome.OK);
        assertThat(calls.totals().calls()).isEqualTo(3);
    }

    @Test
    void a_judgement_concerns_the_answer_of_the_same_thread() throws InterruptedException {
        ChatGenerator model = calls.chat(ModelStep.EXTRACT).orElseThrow();
        model.chat(REQUEST);
        Thread other = new Thread(() -> {
            model.chat(ChatRequest.of("", "in the other thread", 100));
            calls.unusable(ModelStep.EXTRACT);
        });
        other.start();
        other.join();
        assertThat(told)
                .singleElement()
                .extracting(ModelCall::usage)
                .isEqualTo(Usage.of("in the other thread".length(), 4));
    }

    @Test
    void a_call_without_an_answer_is_counted_with_its_retries() {
        models.failure = ModelException.retriable("The model is busy.", null).after(4);
        assertThatThrownBy(() -> calls.chat(ModelStep.RANK).orElseThrow().chat(REQUEST))
                .isSameAs(models.failure);
        assertThatThrownBy(() -> calls.embedding().orElseThrow().embedQuery("q"))
                .isSameAs(models.failure);
        assertThat(told).extracting(ModelCall::outcome).containsExactly(Outcome.FAILED, Outcome.FAILED);
        assertThat(calls.totals().retries()).isEqualTo(8);
        assertThat(calls.totals().calls()).isOne();
        assertThat(calls.totals().embeddingCalls()).isOne();
        assertThat(models.asked)
                .as("a model may have to be called for its space")
                .isZero();
    }

    @Test
    void what_a_listener_throws_changes_nothing() {
        ModelCalls watched = new ModelCalls(
                models,
                call -> {
                    throw new IllegalStateException("broken listener");
                },
                CallBudget.UNLIMITED);
        assertThat(watched.embedding().orElseThrow().embedQuery("q")).containsExactly(1, 0);
        assertThat(watched.totals().embeddingCalls()).isOne();
    }

    @Test
    void more_than_the_budget_is_refused() {
        calls.requireBudget(3, 1_000);
        assertThatThrownBy(() -> calls.requireBudget(4, 1_000))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessage("The source would take 4 model calls. The budget allows 3. Raise the budget, or memorize"
                        + " less at once.");
        assertThatThrownBy(() -> calls.requireBudget(3, 1_001))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("about 1001 tokens. The budget allows 1000.");
    }

    @Test
    void without_models_there_is_nothing_to_call() {
        ModelCalls none = ModelCalls.none();
        assertThat(none.chat(ModelStep.EXTRACT)).isEmpty();
        assertThat(none.vision()).isEmpty();
        assertThat(none.transcription()).isEmpty();
        assertThat(none.embedding()).isEmpty();
        assertThat(none.totals()).isEqualTo(CallTotals.NONE);
    }

    /** Says how long the text was, or fails. */
    private static final class FakeModels implements Models, ChatGenerator, Transcriber, TextEmbedder {
        private RuntimeException failure;
        private int asked;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public ChatAnswer chat(ChatRequest request) {
            fail();
            int length = request.user().equals("text") ? 10 : request.user().length();
            return ChatAnswer.of("said").withUsage(Usage.of(length, 4)).withRetries(2);
        }

        @Override
        public Transcription transcribe(Sound sound) {
            return new Transcription("heard", Usage.UNKNOWN, 1);
        }

        @Override
        public EmbeddingSpace space() {
            asked++;
            return new EmbeddingSpace("fake", 2);
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            return embed(texts).vectors();
        }

        @Override
        public float[] embedQuery(String query) {
            return embedQuestion(query).vectors().get(0);
        }

        @Override
        public Embedded embed(List<String> texts) {
            fail();
            List<float[]> vectors =
                    texts.stream().map(text -> new float[] {1, 0}).toList();
            return new Embedded(vectors, Usage.of(7, 0), 3, 0);
        }

        @Override
        public Embedded embedQuestion(String query) {
            fail();
            return new Embedded(List.of(new float[] {1, 0}), Usage.of(7, 0), 1, 0);
        }

        private void fail() {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public Optional<TextEmbedder> embedding() {
            return Optional.of(this);
        }

        @Override
        public Optional<ChatGenerator> chat(ModelStep step) {
            return Optional.of(this);
        }

        @Override
        public Optional<ChatGenerator> vision() {
            return Optional.of(this);
        }

        @Override
        public Optional<Transcriber> transcription() {
            return Optional.of(this);
        }

        @Override
        public void close() {}
    }
}
