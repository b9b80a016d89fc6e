package io.memu4j.internal.search.index;

import io.memu4j.internal.time.TimeMention;
import io.memu4j.spi.search.SearchQuery;
import java.lang.ref.WeakReference;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The times in the last question, kept for the next tier of the same retrieve: finding them costs as much as ranking. Holds where they are,
 * not the question. Thread-safe; forgotten when anything changes.
 */
public final class RecentTimes {
    private volatile @Nullable Found last;

    /**
     * The times in the query's text.
     *
     * @param find finds them, when this is another question than the last one
     */
    public List<TimeMention> of(SearchQuery query, Function<SearchQuery, List<TimeMention>> find) {
        Found known = last;
        if (known == null || !known.isOf(query)) {
            known = new Found(new WeakReference<>(query.text()), query.now(), find.apply(query));
            last = known;
        }
        return known.mentions;
    }

    void forget() {
        last = null;
    }

    private record Found(WeakReference<String> text, ZonedDateTime now, List<TimeMention> mentions) {
        /** Compares the text by identity: an equal one of another retrieve is rare. */
        @SuppressWarnings("ReferenceEquality") // see above
        boolean isOf(SearchQuery query) {
            return text.get() == query.text() && now.equals(query.now());
        }
    }
}
