package io.memu4j.spi.llm;

import io.memu4j.model.ModelStep;
import java.util.Optional;

/** The models of one factory. Thread-safe; closed with the factory. */
public interface Models extends AutoCloseable {
    /** For search by meaning; without one, search goes by words alone. */
    Optional<TextEmbedder> embedding();

    /**
     * The model for a step that is asked in words; without one, rules do the step.
     *
     * @param step not {@link ModelStep#VISION}, {@link ModelStep#TRANSCRIBE} or {@link ModelStep#EMBED}
     */
    default Optional<ChatGenerator> chat(ModelStep step) {
        return Optional.empty();
    }

    /** The model that sees pictures; without one, pictures are not understood. */
    default Optional<ChatGenerator> vision() {
        return Optional.empty();
    }

    /** The model that hears recordings; without one, recordings are not understood. */
    default Optional<Transcriber> transcription() {
        return Optional.empty();
    }

    /** Frees what the models hold. */
    @Override
    void close();

    /** No model at all. */
    static Models none() {
        return new Models() {
            @Override
            public Optional<TextEmbedder> embedding() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    /** That embedding model and nothing else; closing does not touch it. */
    static Models of(TextEmbedder embedding) {
        return new Models() {
            @Override
            public Optional<TextEmbedder> embedding() {
                return Optional.of(embedding);
            }

            @Override
            public void close() {}
        };
    }
}
