package io.memu4j.tck;

import io.memu4j.error.ModelException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.ArrayList;
import java.util.List;

/** An embedding model for tests that remembers what it was asked to embed, and fails when told to. Thread-safe. */
public final class RecordingEmbeddingModel implements TextEmbedder {
    private static final int NEVER = Integer.MAX_VALUE;

    private final TextEmbedder model;
    private final List<String> texts = new ArrayList<>();
    private int calls;
    private int failingCall = NEVER;

    /** @param model does the work */
    public RecordingEmbeddingModel(TextEmbedder model) {
        this.model = model;
    }

    @Override
    public EmbeddingSpace space() {
        return model.space();
    }

    /** @throws ModelException retriable, when this is the call that was chosen to fail */
    @Override
    public List<float[]> embedAll(List<String> asked) {
        record(asked);
        return model.embedAll(asked);
    }

    /** @throws ModelException retriable, when this is the call that was chosen to fail */
    @Override
    public float[] embedQuery(String query) {
        record(List.of(query));
        return model.embedQuery(query);
    }

    /** Every text embedded since {@link #forget}, in order. */
    public synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    /** Calls since {@link #forget}, failed ones included. */
    public synchronized int calls() {
        return calls;
    }

    /** Starts counting anew; no call fails. */
    public synchronized void forget() {
        texts.clear();
        calls = 0;
        failingCall = NEVER;
    }

    /** {@link #forget}, and lets one call fail. */
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
