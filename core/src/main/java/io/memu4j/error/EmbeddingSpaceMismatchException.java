package io.memu4j.error;

/**
 * The vectors of a scope were made by another embedding model than the configured one. Configure that model, or move the memory to the
 * new one with {@link io.memu4j.admin.MemoryAdmin#reembed}.
 */
public final class EmbeddingSpaceMismatchException extends MemoryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception whose message names both spaces.
     *
     * @param stored the key of the space of the stored vectors
     * @param configured the key of the space of the vectors to store or to search with
     */
    public EmbeddingSpaceMismatchException(String stored, String configured) {
        super(
                "The vectors of this memory are of the embedding model " + stored + ", the configured one is "
                        + configured
                        + ". Configure the former, or change the memory over to the latter with 'memu reembed' or"
                        + " MemoryAdmin.reembed.",
                null);
    }
}
