package io.memu4j.llm.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.spi.llm.Reranked;
import io.memu4j.spi.llm.Reranker;
import java.util.List;
import java.util.Objects;

/** A scoring model of LangChain4j seen as a reranker. All texts go out in one request. */
record ScoringAdapter(ScoringModel model, Endpoint endpoint, Attempts attempts) implements Reranker {
    @Override
    public String name() {
        return endpoint.name();
    }

    @Override
    public Reranked rerank(String question, List<String> texts) {
        List<TextSegment> segments = texts.stream()
                .map(text -> TextSegment.from(text.isBlank() ? "." : text))
                .toList();
        Attempts.Done<Response<List<Double>>> done = attempts.call(endpoint, () -> model.scoreAll(segments, question));
        List<Double> scores = done.value() == null ? null : done.value().content();
        if (scores == null || scores.size() != texts.size() || scores.stream().anyMatch(Objects::isNull)) {
            throw new ModelAnswerException(endpoint.subject() + " answered "
                    + (scores == null ? "no" : String.valueOf(scores.size())) + " scores for " + texts.size()
                    + " texts. Expected one number per text.");
        }
        return new Reranked(scores, Tokens.of(done.value().tokenUsage()), done.retries());
    }
}
