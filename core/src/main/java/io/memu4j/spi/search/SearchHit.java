package io.memu4j.spi.search;

import io.memu4j.retrieve.SignalShare;
import java.util.List;

/**
 * A unit that was found.
 *
 * @param id the id of the passage, item, category or resource
 * @param score higher is better; comparable only with the other hits of the same search
 * @param signals the explanation of the score, the largest share first; empty unless the query asks for it
 */
public record SearchHit(String id, double score, List<SignalShare> signals) {
    /**
     * Copies the list.
     *
     * @param id the id of the unit
     * @param score higher is better
     * @param signals highest share first
     */
    public SearchHit {
        signals = List.copyOf(signals);
    }

    /**
     * Creates a hit without an explanation.
     *
     * @param id the id of the unit
     * @param score higher is better
     */
    public SearchHit(String id, double score) {
        this(id, score, List.of());
    }
}
