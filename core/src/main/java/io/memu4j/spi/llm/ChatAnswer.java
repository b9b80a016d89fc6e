package io.memu4j.spi.llm;

import io.memu4j.model.Usage;

/**
 * What a chat model said. The text is whatever it is: not JSON, not what was asked for, empty.
 *
 * @param cutOff whether the model was stopped before it was done
 * @param usage tokens of the attempt that succeeded
 * @param retries attempts that failed before it, from 0
 */
public record ChatAnswer(String text, boolean cutOff, Usage usage, int retries) {
    /** A complete answer at the first attempt. */
    public static ChatAnswer of(String text) {
        return new ChatAnswer(text, false, Usage.UNKNOWN, 0);
    }

    @Override
    public String toString() {
        return "ChatAnswer[" + text.length() + " characters" + (cutOff ? ", cut off" : "") + "]";
    }
}
