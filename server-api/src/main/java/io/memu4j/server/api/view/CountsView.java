package io.memu4j.server.api.view;

import io.memu4j.model.Counts;

/** How many rows a memory has. */
public record CountsView(
        long resources,
        long passages,
        long items,
        long categories,
        long links,
        long citations,
        long embeddings,
        long events) {
    /** The view of counts. */
    public static CountsView of(Counts counts) {
        return new CountsView(
                counts.resources(),
                counts.passages(),
                counts.items(),
                counts.categories(),
                counts.links(),
                counts.citations(),
                counts.embeddings(),
                counts.events());
    }
}
