package io.memu4j.internal.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.memu4j.admin.SearchStatistics;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Watermark;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches indexes in the heap, in the same way for every store. The index of a scope is loaded when the first session on it is opened, and
 * each later session brings it up to date with the changes that the store shows. Indexes are kept while they take at most {@link
 * RetrieveConfig#cacheBytes} together; a snapshot that only an open session still uses is not counted.
 *
 * <p>Opening a session costs one small read when nothing changed. Indexes of different scopes are loaded in parallel. The index of one scope
 * is loaded by one thread, and other sessions on that scope wait for it.
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
     * Makes a searcher without any index. Does no I/O.
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
    public SearchSession open(MemoryScope scope) {
        ScopeStore memory = store.in(scope);
        Watermark now = memory.watermark();
        if (now.revision() == 0) {
            indexes.invalidate(scope);
            return session(IndexSnapshot.empty());
        }
        searches.increment();
        ScopeIndex index = indexes.get(scope, s -> {
            misses.increment();
            return new ScopeIndex(analysis);
        });
        ScopeIndex.Reading reading = index.catchUp(now, memory);
        if (reading != ScopeIndex.Reading.NOTHING) {
            (reading == ScopeIndex.Reading.WHOLE ? loads : catchUps).increment();
            keep(scope, index);
        }
        return session(index.pin());
    }

    private SearchSession session(IndexSnapshot pinned) {
        return new IndexSession(pinned, analysis, muted);
    }

    /** Returns the analysis of texts, which {@link #close} closes. */
    public TextAnalysis analysis() {
        return analysis;
    }

    /** Returns what the cache holds, and its hits and misses since the searcher was made. */
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

    /** Drops all indexes. Open sessions must not be used afterwards, and no session can be opened. */
    @Override
    public void close() {
        indexes.invalidateAll();
        analysis.close();
    }

    /** Puts the index into the cache again, so that its present size counts. */
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
