package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.model.scoring.ScoringModel;
import io.memu4j.config.ModelLimits;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.Reranked;
import io.memu4j.spi.llm.Reranker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringAdapterTest {
    private final List<String> received = new ArrayList<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Reranker reranker = LangChain4jModels.reranker(this::lengths, "lengths");

    private Response<List<Double>> lengths(List<TextSegment> segments, String query) {
        received.add(query);
        if (!failures.isEmpty()) {
            throw failures.pop();
        }
        return Response.from(
                segments.stream()
                        .map(segment -> (double) segment.text().length())
                        .toList(),
                new TokenUsage(12));
    }

    @Test
    void all_texts_are_scored_in_one_request() {
        Reranked answer = reranker.rerank("Which?", List.of("long text", "", "mid"));

        assertThat(answer).isEqualTo(new Reranked(List.of(9.0, 1.0, 3.0), Usage.of(12, -1), 0));
        assertThat(received).containsExactly("Which?");
        assertThat(reranker.name()).isEqualTo("lengths");
    }

    @Test
    void a_failure_that_may_pass_is_retried() {
        failures.add(new InternalServerException("busy"));

        assertThat(reranker.rerank("Which?", List.of("a")).retries()).isEqualTo(1);
    }

    @Test
    void a_refused_key_is_an_error_at_once() {
        failures.add(new AuthenticationException("no"));

        assertThatThrownBy(() -> reranker.rerank("Which?", List.of("a")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The scoring model 'lengths'");
        assertThat(received).hasSize(1);
    }

    @Test
    void another_number_of_scores_is_an_unusable_answer() {
        ScoringModel forgetful = (segments, query) -> Response.from(List.of(0.5));

        assertThatThrownBy(() -> LangChain4jModels.reranker(forgetful, "forgetful", ModelLimits.DEFAULT)
                        .rerank("Which?", List.of("a", "b")))
                .isInstanceOf(ModelAnswerException.class)
                .hasMessageContaining("answered 1 scores for 2 texts");
    }
}
