package io.memu4j.llm.langchain4j;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an embedding model wants.
 *
 * @param batch the most texts of one request
 * @param dimension numbers per vector, or null where it is not known beforehand
 * @param asksDimension whether the model itself is asked for its dimension where it is not known here
 * @param documentPrefix put before texts that are to be found
 * @param queryPrefix put before questions
 */
record EmbeddingProfile(
        int batch, @Nullable Integer dimension, boolean asksDimension, String documentPrefix, String queryPrefix) {
    private static final String RETRIEVAL = "Represent this sentence for searching relevant passages: ";

    /** A model that takes texts as they are. */
    private static EmbeddingProfile plain(int batch) {
        return new EmbeddingProfile(batch, null, false, "", "");
    }

    /** A model of the application, which may know its dimension. */
    static EmbeddingProfile ofApplication(String queryPrefix) {
        return new EmbeddingProfile(64, null, true, "", queryPrefix);
    }

    /** As the makers of known open models say; the name may have an owner before it and a version after it. */
    static EmbeddingProfile ofName(String name, int batch) {
        String plain = name.toLowerCase(Locale.ROOT);
        plain = plain.substring(plain.lastIndexOf('/') + 1);
        if (plain.startsWith("nomic-embed-text")) {
            return new EmbeddingProfile(batch, null, false, "search_document: ", "search_query: ");
        }
        if (plain.matches("(multilingual-)?e5-.*") && !plain.contains("instruct")) {
            return new EmbeddingProfile(batch, null, false, "passage: ", "query: ");
        }
        if (plain.startsWith("mxbai-embed") || plain.matches("bge-(small|base|large)-en.*")) {
            return new EmbeddingProfile(batch, null, false, "", RETRIEVAL);
        }
        return switch (plain) {
            case "text-embedding-3-small", "text-embedding-ada-002" ->
                new EmbeddingProfile(batch, 1_536, false, "", "");
            case "text-embedding-3-large" -> new EmbeddingProfile(batch, 3_072, false, "", "");
            default -> plain(batch);
        };
    }
}
