package io.memu4j.llm;

import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatModel;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.ModelStep;

/** A chat model whose calls are counted under one step. */
record MeteredChatModel(ChatModel model, ModelStep step, CallMeter meter) implements ChatModel {
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
            meter.failed(step, name(), watch.elapsed(), Retries.of(e));
            throw e;
        }
    }
}
