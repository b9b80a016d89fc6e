package io.memu4j.internal.llm;

import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;

/** A chat model whose calls are counted under one step. */
record MeteredChatModel(ChatGenerator model, ModelStep step, CallMeter meter) implements ChatGenerator {
    @Override
    public String name() {
        return model.name();
    }

    @Override
    public int contextTokens() {
        return model.contextTokens();
    }

    @Override
    public ChatAnswer chat(ChatRequest request) {
        Stopwatch watch = Stopwatch.start();
        try {
            ChatAnswer answer = meter.guarded(() -> model.chat(request));
            meter.answered(step, name(), answer.usage(), watch.elapsed(), answer.retries());
            return answer;
        } catch (RuntimeException e) { // counted, whatever it is, and thrown on
            meter.failed(step, name(), watch.elapsed(), RetryCount.of(e));
            throw e;
        }
    }
}
