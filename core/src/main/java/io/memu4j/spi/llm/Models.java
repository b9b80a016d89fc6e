package io.memu4j.spi.llm;

import io.memu4j.model.ModelStep;
import java.util.Optional;

/** The models of one factory. Implementations are thread-safe. The factory closes them. */
public interface Models extends AutoCloseable {
    /** {@return the embedding model; if empty, search compares words only} */
    Optional<TextEmbedder> embedding();

    /**
     * Returns the chat model of a step.
     *
     * @param step not {@link ModelStep#VISION}, {@link ModelStep#TRANSCRIBE} or {@link ModelStep#EMBED}
     * @return the model; if empty, rules do the step
     */
    default Optional<ChatGenerator> chat(ModelStep step) {
        return Optional.empty();
    }

    /** {@return the model that reads pictures; if empty, pictures are rejected} */
    default Optional<ChatGenerator> vision() {
        return Optional.empty();
    }

    /** {@return the model that transcribes recordings; if empty, recordings are rejected} */
    default Optional<Transcriber> transcription() {
        return Optional.empty();
    }

    /** Releases what the models hold. Closing twice is allowed. */
    @Override
    void close();

    /** {@return no model at all} */
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

    /**
     * Returns an embedding model without other models. Closing does not close it.
     *
     * @param embedding the model
     * @return the models
     */
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
