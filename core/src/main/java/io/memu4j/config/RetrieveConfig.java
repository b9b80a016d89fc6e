package io.memu4j.config;

import io.memu4j.error.ConfigurationException;
import io.memu4j.retrieve.RetrieveMethod;
import io.memu4j.retrieve.Signal;
import java.util.Set;

/**
 * How memory is searched.
 *
 * @param topK rows per list of a result unless the request says otherwise, 1 to 1000
 * @param cacheBytes how much heap the indexes of scopes may take together, in bytes
 * @param method who ranks unless the request says otherwise
 * @param mutedSignals what the ranking leaves out; none, but to measure what one is worth
 */
public record RetrieveConfig(int topK, long cacheBytes, RetrieveMethod method, Set<Signal> mutedSignals) {
    /** Five rows, a quarter of the heap. */
    public static final RetrieveConfig DEFAULT =
            new RetrieveConfig(5, Runtime.getRuntime().maxMemory() / 4, RetrieveMethod.RAG, Set.of());

    /** @throws ConfigurationException when a value is out of range */
    public RetrieveConfig {
        mutedSignals = Set.copyOf(mutedSignals);
        if (topK < 1 || topK > 1_000 || cacheBytes < 0) {
            throw new ConfigurationException("Retrieve is configured with topK " + topK + " and a cache of "
                    + cacheBytes + " bytes. Expected 1 to 1000 and at least 0.");
        }
    }

    public RetrieveConfig withTopK(int rows) {
        return new RetrieveConfig(rows, cacheBytes, method, mutedSignals);
    }

    public RetrieveConfig withMutedSignals(Signal... signals) {
        return new RetrieveConfig(topK, cacheBytes, method, Set.of(signals));
    }

    public RetrieveConfig withCacheBytes(long bytes) {
        return new RetrieveConfig(topK, bytes, method, mutedSignals);
    }

    /** {@link RetrieveMethod#LLM} takes a chat model. */
    public RetrieveConfig withMethod(RetrieveMethod ranking) {
        return new RetrieveConfig(topK, cacheBytes, ranking, mutedSignals);
    }
}
