package io.memu4j.spi.search;

import io.memu4j.retrieve.SignalShare;
import java.util.List;

/**
 * A unit found.
 *
 * @param id of the passage, item, category or resource
 * @param score higher is better; comparable within one search only
 * @param signals what spoke for it, the most important first; empty unless the query asks for it
 */
public record SearchHit(String id, double score, List<SignalShare> signals) {
    public SearchHit {
        signals = List.copyOf(signals);
    }

    /** A hit that is not explained. */
    public SearchHit(String id, double score) {
        this(id, score, List.of());
    }
}
