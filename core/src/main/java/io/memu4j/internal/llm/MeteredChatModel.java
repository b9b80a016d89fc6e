package io.memu4j.internal.llm;

import io.memu4j.internal.llm.CallMeter.Cost;
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
        return meter.metered(
                step, this::name, () -> model.chat(request), answer -> new Cost(answer.usage(), 1, answer.retries()));
    }
}
