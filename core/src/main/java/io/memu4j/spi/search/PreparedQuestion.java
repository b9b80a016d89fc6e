package io.memu4j.spi.search;

import io.memu4j.model.SearchFilter;
import io.memu4j.spi.store.OwnerKind;
import java.util.List;

/** A question that a {@link SearchSession} has analysed. Used by one thread at a time, while its session is open. */
public interface PreparedQuestion {
    /**
     * Returns the units of one kind that answer the question best.
     *
     * @param kind which units
     * @param filter applied before ranking, so that {@code k} hits are returned if enough units pass it
     * @param k the maximum number of hits, from 1
     * @return best first, with distinct ids; empty if the scope holds no such units
     */
    List<SearchHit> top(OwnerKind kind, SearchFilter filter, int k);

    /**
     * Returns the passages in which a person says how all later answers should be: instructions, then preferences, each nearest to the
     * question first.
     *
     * @param filter leaves out passages that it does not accept
     * @param k the maximum number of hits, from 1
     * @return distinct ids with the score 0; a searcher that does not recognise such passages returns none
     */
    default List<SearchHit> standing(SearchFilter filter, int k) {
        return List.of();
    }

    /**
     * Returns whether the question asks about something. If not, as in "What did we talk about on 8 May?", the passages are in an order of time
     * that a comparison with the question would spoil.
     *
     * @return true unless the searcher knows better
     */
    default boolean hasTopic() {
        return true;
    }

    /**
     * Puts passages that prove only what does not hold behind one that proves what took its place, as {@link #top} does.
     *
     * @param passages hits of {@link #top}, in another order
     * @param filter as in the search
     * @return the hits; a searcher that knows no times returns them as they are
     */
    default List<SearchHit> timely(List<SearchHit> passages, SearchFilter filter) {
        return passages;
    }

    /**
     * Returns how likely the units found so far with that filter speak to the question at all. Unlike scores of hits, it compares between
     * questions and scopes.
     *
     * @param filter as in the searches
     * @return 0 to 1; a searcher that cannot tell returns 1
     */
    default double relevance(SearchFilter filter) {
        return 1;
    }

    /**
     * Returns the passages around some passages: what was said just before and after, in the same talk.
     *
     * @param passageIds ids of passages of the scope
     * @param filter leaves out passages that it does not accept
     * @param reach number of passages on each side
     * @return distinct ids, in no order, without the given ones; a searcher that knows no order returns none
     */
    default List<String> around(List<String> passageIds, SearchFilter filter, int reach) {
        return List.of();
    }
}
