package io.memu4j;

import io.memu4j.config.CallBudget;
import io.memu4j.llm.ModelCalls;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.llm.ModelCallListener;
import io.memu4j.spi.llm.Models;
import java.util.Optional;

/** Embedding models whose calls the listener is told about, outside of operations. */
record Told(ModelCallListener listener) {
    Optional<EmbeddingModel> embedding(Models models) {
        return new ModelCalls(models, listener, CallBudget.UNLIMITED).embedding();
    }

    EmbeddingModel embedding(EmbeddingModel model) {
        return embedding(Models.of(model)).orElseThrow();
    }
}
