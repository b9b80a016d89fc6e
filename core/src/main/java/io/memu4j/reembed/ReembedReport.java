package io.memu4j.reembed;

import io.memu4j.model.EmbeddingSpace;

/**
 * What a change of the embedding model did.
 *
 * @param space the space changed over to
 * @param scopes memories looked at
 * @param changedOver memories whose active space it became
 * @param embedded vectors written
 * @param discarded vectors of other spaces deleted
 */
public record ReembedReport(EmbeddingSpace space, int scopes, int changedOver, long embedded, long discarded) {
    /** Before anything was done. */
    public static ReembedReport none(EmbeddingSpace space) {
        return new ReembedReport(space, 0, 0, 0, 0);
    }

    public ReembedReport plus(ReembedReport other) {
        return new ReembedReport(
                space,
                scopes + other.scopes,
                changedOver + other.changedOver,
                embedded + other.embedded,
                discarded + other.discarded);
    }
}
