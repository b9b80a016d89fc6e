package io.memu4j.internal.retrieve;

import io.memu4j.spi.search.SearchHit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Candidates in the order of a model, or of the search.
 *
 * @param order numbers of candidates, each once, or null for the order of the search
 */
record ModelOrder(Candidates candidates, @Nullable List<Integer> order) {
    /** The rows of a tier; those the model chose have scores from 1 down, as it says nothing but the order. */
    List<SearchHit> of(Tier tier, int topK) {
        if (order == null) {
            return candidates.searched(tier).stream().limit(topK).toList();
        }
        List<SearchHit> chosen = order.stream()
                .map(candidates::get)
                .filter(numbered -> numbered.tier() == tier)
                .map(Candidates.Numbered::hit)
                .limit(topK)
                .toList();
        List<SearchHit> scored = new ArrayList<>(chosen.size());
        for (SearchHit hit : chosen) {
            scored.add(new SearchHit(hit.id(), 1 - (double) scored.size() / chosen.size(), hit.signals()));
        }
        return scored;
    }
}
