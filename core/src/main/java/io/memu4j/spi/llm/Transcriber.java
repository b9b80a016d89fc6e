package io.memu4j.spi.llm;

/** A model that transcribes recordings. Implementations are thread-safe. */
public interface Transcriber {
    /** {@return the name of the model, for reports and fingerprints; makes no call} */
    String name();

    /**
     * Transcribes one recording. The implementation retries failures that may pass.
     *
     * @param sound the recording
     * @return its text
     * @throws io.memu4j.error.ModelException if there is no answer, or the thread is interrupted
     * @throws io.memu4j.error.ConfigurationException if the provider rejects the key or does not know the model
     */
    Transcription transcribe(Sound sound);
}
