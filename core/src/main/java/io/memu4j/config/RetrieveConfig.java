package io.memu4j.config;

import io.memu4j.internal.value.ValueFields;
import io.memu4j.retrieve.RetrieveMethod;
import io.memu4j.retrieve.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How memory is searched. Immutable. Values are checked by {@link #faults}. */
public final class RetrieveConfig {
    /** Five rows per list, a quarter of the maximum heap, ranking without a chat model. */
    public static final RetrieveConfig DEFAULT = new RetrieveConfig(new Fields());

    private final Fields fields;

    private RetrieveConfig(Fields fields) {
        this.fields = fields;
    }

    /**
     * Returns a copy with another number of rows.
     *
     * @param rows per list of a result, 1 to 1000
     * @return the copy
     */
    public RetrieveConfig withTopK(int rows) {
        return copy(f -> f.topK = rows);
    }

    /**
     * Returns a copy with another size of the cache.
     *
     * @param bytes of heap that the indexes of all scopes may take together, from 0
     * @return the copy
     */
    public RetrieveConfig withCacheBytes(long bytes) {
        return copy(f -> f.cacheBytes = bytes);
    }

    /**
     * Returns a copy with another ranking. {@link RetrieveMethod#LLM} needs a chat model and costs one call per retrieve.
     *
     * @param ranking who ranks
     * @return the copy
     */
    public RetrieveConfig withMethod(RetrieveMethod ranking) {
        return copy(f -> f.method = ranking);
    }

    /**
     * Returns a copy with muted signals. It measures what a signal contributes, and is not for production.
     *
     * @param signals to ignore
     * @return the copy
     */
    public RetrieveConfig withMutedSignals(Signal... signals) {
        return copy(f -> f.mutedSignals = Set.of(signals));
    }

    /**
     * Checks the values. {@link io.memu4j.MemoryServiceFactory.Builder#build} rejects a configuration with faults, and names all of them.
     *
     * @return one phrase per fault; empty if there is none
     */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (topK() < 1 || topK() > 1_000) {
            faults.add("retrieve(..) returns " + topK() + " rows per list: choose 1 to 1000");
        }
        if (cacheBytes() < 0) {
            faults.add("retrieve(..) has a cache of " + cacheBytes() + " bytes: choose 0 or more");
        }
        return List.copyOf(faults);
    }

    /** {@return the rows per list of a result, unless the request names another number} */
    public int topK() {
        return fields.topK;
    }

    /** {@return the heap that the indexes of all scopes may take together, in bytes} */
    public long cacheBytes() {
        return fields.cacheBytes;
    }

    /** {@return who ranks, unless the request says otherwise} */
    public RetrieveMethod method() {
        return fields.method;
    }

    /** {@return the signals that ranking ignores} */
    public Set<Signal> mutedSignals() {
        return fields.mutedSignals;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetrieveConfig that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "RetrieveConfig" + fields.compared();
    }

    private RetrieveConfig copy(Consumer<Fields> change) {
        return new RetrieveConfig(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        int topK = 5;
        long cacheBytes = Runtime.getRuntime().maxMemory() / 4;
        RetrieveMethod method = RetrieveMethod.RAG;
        Set<Signal> mutedSignals = Set.of();

        @Override
        protected List<?> compared() {
            return List.of(topK, cacheBytes, method, mutedSignals);
        }
    }
}
