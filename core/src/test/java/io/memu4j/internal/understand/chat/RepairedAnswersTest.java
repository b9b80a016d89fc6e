package io.memu4j.internal.understand.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.CallBudget;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.internal.understand.rules.Captions;
import io.memu4j.internal.understand.rules.LocalUnderstanding;
import io.memu4j.model.Modality;
import io.memu4j.model.ModelCall;
import io.memu4j.model.ModelCall.Outcome;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Passage;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An answer that was broken and the one that was to replace it: the better counts. */
class RepairedAnswersTest {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<ModelCall> told = new ArrayList<>();

    @Test
    void an_empty_list_does_not_replace_what_was_complete() {
        UnderstandingResult understood = understood(broken(10), "{\"items\": []}");

        assertThat(understood.statements()).hasSize(10);
        assertThat(understood.missing()).isEqualTo("passages 0-0: the JSON is broken");
        assertThat(told).extracting(ModelCall::outcome).containsExactly(Outcome.UNUSABLE, Outcome.UNUSABLE);
    }

    @Test
    void a_whole_answer_replaces_a_broken_one() {
        UnderstandingResult understood = understood(broken(4), whole(3));

        assertThat(understood.statements()).extracting(Statement::text).hasSize(3);
        assertThat(understood.missing()).isNull();
        assertThat(told).extracting(ModelCall::outcome).containsExactly(Outcome.UNUSABLE, Outcome.OK);
    }

    @Test
    void of_two_broken_ones_the_longer_counts() {
        assertThat(understood(broken(6), broken(2)).statements()).hasSize(6);
        assertThat(understood(broken(2), broken(6)).statements()).hasSize(6);
        assertThat(told)
                .extracting(ModelCall::outcome)
                .containsExactly(Outcome.UNUSABLE, Outcome.UNUSABLE, Outcome.UNUSABLE, Outcome.OK);
    }

    @Test
    void nothing_to_note_is_an_answer_where_the_first_had_nothing_either() {
        UnderstandingResult understood = understood(broken(0), "{\"items\": []}");

        assertThat(understood.statements()).isEmpty();
        assertThat(understood.missing()).isNull();
    }

    private static String broken(int items) {
        return whole(items).replaceFirst("]}$", " @@@ }");
    }

    private static String whole(int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> "{\"type\": \"profile\", \"content\": \"Fact number " + i + ".\", \"passages\": [1]}")
                .collect(Collectors.joining(", ", "{\"items\": [", "]}"));
    }

    private UnderstandingResult understood(String... said) {
        answers.addAll(Arrays.asList(said));
        ChatGenerator model = new ChatGenerator() {
            @Override
            public String name() {
                return "m";
            }

            @Override
            public ChatAnswer chat(ChatRequest request) {
                return ChatAnswer.of(answers.remove());
            }
        };
        ModelCalls calls = new ModelCalls(
                new Models() {
                    @Override
                    public Optional<TextEmbedder> embedding() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<ChatGenerator> chat(ModelStep step) {
                        return Optional.of(model);
                    }

                    @Override
                    public void close() {}
                },
                told::add,
                CallBudget.UNLIMITED);
        Passage passage = Passage.builder("p", "r", 0, "All of it.", Instant.EPOCH)
                .speaker("Ana")
                .role("user")
                .build();
        UnderstandingRequest text = new UnderstandingRequest(
                Modality.CONVERSATION, List.of(), List.of(passage), true, ZoneOffset.UTC, "chat");
        UnderstandingResult understood = new ChatUnderstanding(
                        MemorizeConfig.DEFAULT,
                        model,
                        Captions::of,
                        new LocalUnderstanding(MemorizeConfig.DEFAULT.types()))
                .understand(text, calls);
        calls.totals();
        return understood;
    }
}
