package io.memu4j.model;

/** How many rows a scope has; all 0 where it was never written. */
public record Counts(
        long resources, long passages, long items, long categories, long links, long citations, long embeddings) {
    /** Whether there is nothing at all. */
    public boolean isEmpty() {
        return resources + passages + items + categories + links + citations + embeddings == 0;
    }
}
