package io.memu4j.retrieve;

import io.memu4j.model.Passage;
import io.memu4j.retrieve.RetrieveResult.ScoredItem;
import java.util.List;

/**
 * What a result keeps beyond its lists: only a prompt shows it, if its budget has room.
 *
 * @param items statements, best first, all of them worse than those of the result; unmodifiable
 * @param passages passages, best first, all of them worse than those of the result; unmodifiable
 * @param surrounding messages around the best passages, in no order; unmodifiable
 */
public record PromptRows(List<ScoredItem> items, List<Passage> passages, List<Passage> surrounding) {
    /** Number of the best passages, which are shown with the messages around them. */
    public static final int BEST = 3;

    /** Number of messages that are shown on each side of one of the best passages. */
    public static final int NEIGHBOURS = 2;

    /** Nothing more than the result. */
    public static final PromptRows NONE = new PromptRows(List.of(), List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param items statements, best first
     * @param passages passages, best first
     * @param surrounding messages around the best passages
     */
    public PromptRows {
        items = List.copyOf(items);
        passages = List.copyOf(passages);
        surrounding = List.copyOf(surrounding);
    }
}
