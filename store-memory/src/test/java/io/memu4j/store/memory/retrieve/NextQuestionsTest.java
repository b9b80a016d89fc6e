package io.memu4j.store.memory.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.memory.NewItem;
import io.memu4j.model.MemoryType;
import io.memu4j.retrieve.RetrieveMethod;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the questions of a sufficiency check cost. */
class NextQuestionsTest {
    private static final RetrieveRequest WHERE = RetrieveRequest.of("Where does Ana live?")
            .withMethod(RetrieveMethod.LLM)
            .withSufficiencyCheck(true);

    private final Deque<String> next = new ArrayDeque<>();
    private final ScriptedChatModel chat = new ScriptedChatModel().otherwise(this::answer);
    private final MemoryServiceFactory memu =
            MemoryServiceFactory.builder().llm(ScriptedModels.of(chat)).build();
    private final MemoryService ana = memu.service("ana", "assistant");

    @AfterEach
    void close() {
        memu.close();
    }

    @Test
    void the_same_question_in_other_letters_is_not_asked_again() {
        remember();
        next.addAll(List.of("where does  Ana live", "Where does Ana live?", "WHERE DOES ANA LIVE?!"));

        RetrieveResult found = ana.retrieve(WHERE);

        assertThat(found.calls().embeddingCalls()).isEqualTo(1);
        assertThat(asked("order")).isEqualTo(1);
        assertThat(found.nextStepQuery()).isNull();
    }

    @Test
    void a_question_that_was_asked_before_is_not_asked_again() {
        remember();
        next.addAll(List.of("What is the dog called?", "Where does Ana live?", "What is the dog called?"));

        RetrieveResult found = ana.retrieve(WHERE);

        assertThat(found.calls().embeddingCalls()).isEqualTo(2);
        assertThat(asked("order")).isEqualTo(2);
        assertThat(found.nextStepQuery()).isEqualTo("What is the dog called?");
    }

    @Test
    void new_questions_cost_no_more_than_is_documented() {
        remember();
        next.addAll(List.of("Who is Rex?", "What is Porto?", "When did she move?", "Why?", "How?"));

        RetrieveResult found = ana.retrieve(WHERE.withDecision(true));

        assertThat(asked("decision")).isEqualTo(1);
        assertThat(asked("sufficiency")).isLessThanOrEqualTo(3);
        assertThat(asked("order")).isLessThanOrEqualTo(4);
        assertThat(found.calls().embeddingCalls()).isLessThanOrEqualTo(4);
    }

    private void remember() {
        ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana lives in Porto.").withCategories("personal_info"));
        ana.items()
                .create(NewItem.of(MemoryType.PROFILE, "The dog of Ana is called Rex.")
                        .withCategories("personal_info"));
        chat.forget();
    }

    private long asked(String schema) {
        return chat.requests().stream()
                .filter(request -> request.schema().name().equals(schema))
                .count();
    }

    private String answer(ChatRequest request) {
        return switch (request.schema().name()) {
            case "summaries" -> "{\"summaries\": []}";
            case "decision" -> "{\"retrieve\": true, \"query\": \"Where does Ana live?\"}";
            case "order" -> "{\"order\": [1, 2, 3]}";
            default -> "{\"enough\": false, \"next_query\": \"" + next.remove() + "\"}";
        };
    }
}
