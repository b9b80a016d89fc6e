package io.memu4j.internal.llm;

import io.memu4j.internal.llm.CallMeter.Cost;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.Reranked;
import io.memu4j.spi.llm.Reranker;
import java.util.List;

/** A reranker whose calls are counted. */
record MeteredReranker(Reranker model, CallMeter meter) implements Reranker {
    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Reranked rerank(String question, List<String> texts) {
        return meter.metered(
                ModelStep.RANK,
                this::name,
                () -> model.rerank(question, texts),
                answer -> new Cost(answer.usage(), 1, answer.retries()));
    }
}
