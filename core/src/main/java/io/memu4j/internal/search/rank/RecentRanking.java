package io.memu4j.internal.search.rank;

import io.memu4j.model.SearchFilter;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.lang.ref.WeakReference;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last ranking of a scope's passages, kept for the next tier of the same retrieve: sources are ranked by their passages, and then the
 * passages themselves are asked for. Holds ids and scores only, not the question. Thread-safe; forgotten when anything changes.
 */
public final class RecentRanking {
    /** So many are ranked even if fewer are asked for; it costs hardly more. */
    private static final int AT_LEAST = 200;

    private volatile @Nullable Ranked last;

    /**
     * What the search asks for, best first.
     *
     * @param rank ranks, when this is another question than the last one; it may be asked for more than is wanted
     */
    List<SearchHit> best(SearchContext search, Function<SearchContext, List<SearchHit>> rank) {
        Ranked known = last;
        if (known == null || !known.answers(search)) {
            SearchContext asked = search.withK(Math.max(search.k(), AT_LEAST));
            float[] vector = search.query().vector();
            known = new Ranked(
                    new WeakReference<>(search.query().text()),
                    vector == null ? null : new WeakReference<>(vector),
                    search.query().now(),
                    search.filter(),
                    search.muted(),
                    search.query().explain(),
                    asked.k(),
                    rank.apply(asked));
            last = known;
        }
        return known.hits.subList(0, Math.min(search.k(), known.hits.size()));
    }

    public void forget() {
        last = null;
    }

    private record Ranked(
            WeakReference<String> text,
            @Nullable WeakReference<float[]> vector,
            ZonedDateTime now,
            SearchFilter filter,
            Set<Signal> muted,
            boolean explained,
            int asked,
            List<SearchHit> hits) {
        /** Compares text and vector by identity: equal ones of another retrieve are rare, and not worth a comparison. */
        @SuppressWarnings("ReferenceEquality") // see above
        boolean answers(SearchContext search) {
            float[] otherVector = search.query().vector();
            return search.k() <= asked
                    && text.get() == search.query().text()
                    && (vector == null ? otherVector == null : otherVector != null && vector.get() == otherVector)
                    && now.equals(search.query().now())
                    && filter.equals(search.filter())
                    && muted.equals(search.muted())
                    && (explained || !search.query().explain());
        }
    }
}
