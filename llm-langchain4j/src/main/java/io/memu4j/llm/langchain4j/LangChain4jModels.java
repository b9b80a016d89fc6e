package io.memu4j.llm.langchain4j;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.memu4j.error.ConfigurationException;
import io.memu4j.spi.llm.Models;

/**
 * The application's own LangChain4j models, as {@code MemoryServiceFactory.builder().llm(..)} takes them. The application made them and
 * closes them; closing the factory does not touch them.
 */
public final class LangChain4jModels {
    private static final String UNNAMED = "unknown";

    private LangChain4jModels() {}

    /**
     * That embedding model under the name it gives itself, with questions embedded as they are. No model call: the dimension is asked
     * for on first use, which costs one call where the model does not know it.
     *
     * @throws ConfigurationException when the model has no name; see {@link #of(EmbeddingModel, String, String)}
     */
    public static Models of(EmbeddingModel embedding) {
        String name = embedding.modelName();
        if (name == null || name.isBlank() || name.equals(UNNAMED)) {
            throw new ConfigurationException(
                    "The embedding model " + embedding.getClass().getName()
                            + " has no name, so its vectors could not be told from another model's. Pass a name:"
                            + " LangChain4jModels.of(model, name, queryPrefix).");
        }
        return of(embedding, name, "");
    }

    /**
     * The same under a name of the application's choice. Vectors are stored under the name and the dimension: another name means other
     * vectors.
     *
     * @param name 1 to 200 characters
     * @param queryPrefix put before every question, as some models want it; may be empty
     */
    public static Models of(EmbeddingModel embedding, String name, String queryPrefix) {
        return Models.of(new EmbeddingAdapter(embedding, name, queryPrefix));
    }
}
