package io.memu4j.tck;

import io.memu4j.error.ModelException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.ArrayList;
import java.util.List;

/** An embedding model for tests that records what it embeds, and can fail on request. Thread-safe. */
public final class RecordingEmbeddingModel implements TextEmbedder {
    private static final int NEVER = Integer.MAX_VALUE;

    private final TextEmbedder model;
    private final List<String> texts = new ArrayList<>();
    private int calls;
    private int failingCall = NEVER;

    /**
     * Wraps a model.
     *
     * @param model makes the vectors
     */
    public RecordingEmbeddingModel(TextEmbedder model) {
        this.model = model;
    }

    @Override
    public EmbeddingSpace space() {
        return model.space();
    }

    /**
     * Embeds texts.
     *
     * @throws ModelException retriable, if this is the call chosen by {@link #failAt}
     */
    @Override
    public List<float[]> embedAll(List<String> asked) {
        record(asked);
        return model.embedAll(asked);
    }

    /**
     * Embeds a question.
     *
     * @throws ModelException retriable, if this is the call chosen by {@link #failAt}
     */
    @Override
    public float[] embedQuery(String query) {
        record(List.of(query));
        return model.embedQuery(query);
    }

    /** {@return every text embedded since {@link #forget}, in order} */
    public synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    /** {@return the calls since {@link #forget}, failed ones included} */
    public synchronized int calls() {
        return calls;
    }

    /** Resets the counters. No call fails. */
    public synchronized void forget() {
        texts.clear();
        calls = 0;
        failingCall = NEVER;
    }

    /**
     * Resets the counters, and lets one call fail.
     *
     * @param call its number, from 1
     */
    public synchronized void failAt(int call) {
        forget();
        failingCall = call;
    }

    private synchronized void record(List<String> asked) {
        calls++;
        if (calls == failingCall) {
            throw ModelException.retriable("The embedding model was told to fail at call " + calls + ".", null);
        }
        texts.addAll(asked);
    }
}
