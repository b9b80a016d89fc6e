package io.memu4j.internal.llm;

import io.memu4j.internal.llm.CallMeter.Cost;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.Embedded;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An embedding model whose requests are counted. */
record MeteredEmbeddingModel(TextEmbedder model, CallMeter meter) implements TextEmbedder {
    /** Counts as a request where the model does not know it. */
    @Override
    public EmbeddingSpace space() {
        return knownSpace().orElseGet(this::asked);
    }

    @Override
    public Optional<EmbeddingSpace> knownSpace() {
        return meter.guarded(model::knownSpace);
    }

    private EmbeddingSpace asked() {
        return meter.metered(ModelStep.EMBED, this::name, model::space, space -> new Cost(Usage.UNKNOWN, 1, 0));
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return embed(texts).vectors();
    }

    @Override
    public float[] embedQuery(String query) {
        return embedQuestion(query).vectors().get(0);
    }

    @Override
    public Embedded embed(List<String> texts) {
        return metered(() -> model.embed(texts));
    }

    @Override
    public Embedded embedQuestion(String query) {
        return metered(() -> model.embedQuestion(query));
    }

    @Override
    public Embedded embedQuestions(List<String> wordings) {
        return metered(() -> model.embedQuestions(wordings));
    }

    private Embedded metered(Supplier<Embedded> call) {
        return meter.metered(
                ModelStep.EMBED,
                this::name,
                call,
                answer -> new Cost(answer.usage(), answer.requests(), answer.retries()));
    }
}
