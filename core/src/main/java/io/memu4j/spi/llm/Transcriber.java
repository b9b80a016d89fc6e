package io.memu4j.spi.llm;

/** Writes down what is said in a recording. Thread-safe. */
public interface Transcriber {
    /** The model's name, for accounts and fingerprints. */
    String name();

    /**
     * Listens once; failures that pass by themselves are tried again inside.
     *
     * @throws io.memu4j.error.ModelException when no answer came
     * @throws io.memu4j.error.ConfigurationException when the provider refuses the key or does not know the model
     */
    Transcription transcribe(Sound sound);
}
