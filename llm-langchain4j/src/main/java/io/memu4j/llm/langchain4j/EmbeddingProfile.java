package io.memu4j.llm.langchain4j;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an embedding model wants.
 *
 * @param batch the most texts of one request
 * @param textTokens the most tokens of one text; longer ones are cut
 * @param dimension numbers per vector, or null where it is learned from the first
 * @param documentPrefix put before texts that are to be found
 * @param queryPrefix put before questions
 */
record EmbeddingProfile(
        int batch, int textTokens, @Nullable Integer dimension, String documentPrefix, String queryPrefix) {
    private static final String RETRIEVAL = "Represent this sentence for searching relevant passages: ";
    private static final int OF_BERT = 512;
    private static final int OF_OPENAI = 8_191;
    /** Where nothing is known of a model; one that takes less refuses, and then gets less. */
    private static final int USUAL = 8_000;

    /** A model of the application, which may know its dimension. */
    static EmbeddingProfile ofApplication(String name, String queryPrefix) {
        EmbeddingProfile known = ofName(name, 64);
        return new EmbeddingProfile(known.batch, known.textTokens, null, "", queryPrefix);
    }

    /** As the makers of known open models say; the name may have an owner before it and a version after it. */
    static EmbeddingProfile ofName(String name, int batch) {
        String plain = name.toLowerCase(Locale.ROOT);
        plain = plain.substring(plain.lastIndexOf('/') + 1);
        if (plain.startsWith("nomic-embed-text")) {
            return new EmbeddingProfile(batch, 2_048, null, "search_document: ", "search_query: ");
        }
        if (plain.matches("(multilingual-)?e5-.*") && !plain.contains("instruct")) {
            return new EmbeddingProfile(batch, OF_BERT, null, "passage: ", "query: ");
        }
        if (plain.startsWith("mxbai-embed") || plain.matches("bge-(small|base|large)-en.*")) {
            return new EmbeddingProfile(batch, OF_BERT, null, "", RETRIEVAL);
        }
        return switch (plain) {
            case "text-embedding-3-small", "text-embedding-ada-002" ->
                new EmbeddingProfile(batch, OF_OPENAI, 1_536, "", "");
            case "text-embedding-3-large" -> new EmbeddingProfile(batch, OF_OPENAI, 3_072, "", "");
            default -> new EmbeddingProfile(batch, takes(plain), null, "", "");
        };
    }

    private static int takes(String plain) {
        boolean small = plain.matches("(multilingual-)?e5-.*|bge-(small|base|large)-.*|gte-(small|base|large)"
                + "|(snowflake-)?arctic-embed(:.*|-(xs|s|m|l))?|(all|paraphrase)-(minilm|mpnet|distilroberta).*");
        return small ? plain.contains("minilm") ? OF_BERT / 2 : OF_BERT : USUAL;
    }

    /** The same with that limit, or its own where it is 0. */
    EmbeddingProfile withTextTokens(int most) {
        return most == 0 ? this : new EmbeddingProfile(batch, most, dimension, documentPrefix, queryPrefix);
    }
}
