package io.memu4j.reembed;

import io.memu4j.model.EmbeddingSpace;

/**
 * What a change of the embedding model did.
 *
 * @param space the new space
 * @param scopes memories examined
 * @param changedOver memories whose active space was switched to the new one
 * @param embedded vectors written
 * @param discarded vectors of other spaces deleted
 */
public record ReembedReport(EmbeddingSpace space, int scopes, int changedOver, long embedded, long discarded) {
    /**
     * Returns the report of a run that has done nothing yet.
     *
     * @param space the new space
     * @return zeros
     */
    public static ReembedReport none(EmbeddingSpace space) {
        return new ReembedReport(space, 0, 0, 0, 0);
    }

    /**
     * Returns the sum of two reports.
     *
     * @param other a report for the same space
     * @return the sum, in the space of this report
     */
    public ReembedReport plus(ReembedReport other) {
        return new ReembedReport(
                space,
                scopes + other.scopes,
                changedOver + other.changedOver,
                embedded + other.embedded,
                discarded + other.discarded);
    }
}
