package io.memu4j.spi.llm;

import java.util.Optional;

/** The models of one factory. Thread-safe; closed with the factory. */
public interface Models extends AutoCloseable {
    /** For search by meaning; without one, search goes by words alone. */
    Optional<EmbeddingModel> embedding();

    /** Frees what the models hold. */
    @Override
    void close();

    /** No model at all. */
    static Models none() {
        return new Models() {
            @Override
            public Optional<EmbeddingModel> embedding() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    /** That embedding model and nothing else; closing does not touch it. */
    static Models of(EmbeddingModel embedding) {
        return new Models() {
            @Override
            public Optional<EmbeddingModel> embedding() {
                return Optional.of(embedding);
            }

            @Override
            public void close() {}
        };
    }
}
