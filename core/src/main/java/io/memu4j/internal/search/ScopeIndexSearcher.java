package io.memu4j.internal.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.memu4j.admin.SearchStatistics;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.SearchFilter;
import io.memu4j.model.Watermark;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches in the heap, the same way for every store: an index per scope, loaded on first use, brought up to date at every search by what
 * the store says has changed since, and kept while the indexes together take no more than {@link RetrieveConfig#cacheBytes}.
 *
 * <p>A search costs one small read where nothing changed. Indexes of different scopes are loaded side by side,
 * and each by one thread, for which the other searches in that scope wait.
 */
public final class ScopeIndexSearcher implements ScopeSearcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeIndexSearcher.class);
    private static final int WEIGHT_UNIT = 1024;

    private final MemoryStore store;
    private final long capacity;
    private final Set<Signal> muted;
    private final TextAnalysis analysis = new TextAnalysis();
    private final Cache<MemoryScope, ScopeIndex> indexes;
    private final Set<String> tooLarge = ConcurrentHashMap.newKeySet();
    private final LongAdder searches = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder loads = new LongAdder();
    private final LongAdder catchUps = new LongAdder();
    private final LongAdder evictions = new LongAdder();

    /**
     * Makes a searcher without any index yet. No I/O.
     *
     * @param store outlives the searcher, which does not close it
     */
    public ScopeIndexSearcher(MemoryStore store, RetrieveConfig config) {
        this.store = store;
        this.capacity = config.cacheBytes();
        this.muted = config.mutedSignals();
        this.indexes = Caffeine.newBuilder()
                .maximumWeight(capacity / WEIGHT_UNIT)
                .weigher((MemoryScope scope, ScopeIndex index) -> weight(index))
                .evictionListener((scope, index, cause) -> evictions.increment())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public List<SearchHit> search(MemoryScope scope, SearchQuery query, SearchFilter filter, int k) {
        ScopeIndex index = upToDate(scope);
        if (index == null) {
            return List.of();
        }
        searches.increment();
        return index.search(query, filter, k, muted);
    }

    @Override
    public String withoutSpeakers(MemoryScope scope, String question) {
        ScopeIndex index = upToDate(scope);
        return index == null ? question : index.withoutSpeakers(question);
    }

    /** The index as of the scope's present revision; null for a scope that holds nothing. */
    private @Nullable ScopeIndex upToDate(MemoryScope scope) {
        ScopeStore memory = store.in(scope);
        Watermark now = memory.watermark();
        if (now.revision() == 0) {
            indexes.invalidate(scope);
            return null;
        }
        ScopeIndex index = indexes.get(scope, s -> {
            misses.increment();
            return new ScopeIndex(analysis);
        });
        ScopeIndex.Reading reading = index.catchUp(now, memory);
        if (reading != ScopeIndex.Reading.NOTHING) {
            (reading == ScopeIndex.Reading.WHOLE ? loads : catchUps).increment();
            keep(scope, index);
        }
        return index;
    }

    /** What the cache holds, and how it did since the searcher was made. */
    public SearchStatistics statistics() {
        Collection<ScopeIndex> kept = indexes.asMap().values();
        long missed = misses.sum();
        return new SearchStatistics(
                kept.size(),
                kept.stream().mapToLong(ScopeIndex::bytes).sum(),
                capacity,
                Math.max(0, searches.sum() - missed),
                missed,
                loads.sum(),
                catchUps.sum(),
                evictions.sum());
    }

    /** Drops the index of a scope from the heap. */
    public void forget(MemoryScope scope) {
        indexes.invalidate(scope);
    }

    /** Drops all indexes. A search afterwards fails. */
    @Override
    public void close() {
        indexes.invalidateAll();
        analysis.close();
    }

    /** Weighs the index anew: it has grown since it was put in, from nothing when it is the scope's first. */
    private void keep(MemoryScope scope, ScopeIndex index) {
        if (index.bytes() <= capacity) {
            indexes.put(scope, index);
            return;
        }
        indexes.invalidate(scope);
        evictions.increment();
        if (tooLarge.add(scope.shortHash())) {
            LOG.warn(
                    "The index of scope {} takes {} MB, more than the {} MB of RetrieveConfig.cacheBytes: it is loaded for"
                            + " every search. Raise cacheBytes, or the heap, which the default is a quarter of.",
                    scope.shortHash(),
                    index.bytes() >> 20,
                    capacity >> 20);
        }
    }

    private static int weight(ScopeIndex index) {
        return (int) Math.min(Integer.MAX_VALUE, 1 + index.bytes() / WEIGHT_UNIT);
    }
}
