package io.memu4j.error;

/** The scope's vectors were made by another embedding model than the configured one. */
public final class EmbeddingSpaceMismatchException extends MemoryException {
    private static final long serialVersionUID = 1L;

    /**
     * The mismatch of two spaces.
     *
     * @param stored key of the space of the scope's vectors
     * @param configured key of the space of the vectors to store or to search with
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
