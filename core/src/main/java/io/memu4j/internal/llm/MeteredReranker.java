package io.memu4j.internal.llm;

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
        Stopwatch watch = Stopwatch.start();
        try {
            Reranked answer = meter.guarded(() -> model.rerank(question, texts));
            meter.answered(ModelStep.RANK, name(), answer.usage(), watch.elapsed(), answer.retries());
            return answer;
        } catch (RuntimeException e) { // counted, whatever it is, and thrown on
            meter.failed(ModelStep.RANK, name(), watch.elapsed(), RetryCount.of(e));
            throw e;
        }
    }
}
