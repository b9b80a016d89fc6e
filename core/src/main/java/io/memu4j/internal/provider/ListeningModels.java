package io.memu4j.internal.provider;

import io.memu4j.config.CallBudget;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.ModelCallListener;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.Optional;

/** Embedding models outside of operations, whose calls are reported to the listener. */
public record ListeningModels(ModelCallListener listener) {
    public Optional<TextEmbedder> embedding(Models models) {
        return new ModelCalls(models, listener, CallBudget.UNLIMITED).embedding();
    }

    public TextEmbedder embedding(TextEmbedder model) {
        return embedding(Models.of(model)).orElseThrow();
    }
}
