package io.memu4j.spi.llm;

import io.memu4j.model.Usage;

/**
 * The text of a recording.
 *
 * @param text may be empty
 * @param usage tokens of the attempt that succeeded
 * @param retries attempts that failed before, from 0
 */
public record Transcription(String text, Usage usage, int retries) {
    @Override
    public String toString() {
        return "Transcription[" + text.length() + " characters]";
    }
}
