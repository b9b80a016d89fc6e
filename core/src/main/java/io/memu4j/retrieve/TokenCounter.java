package io.memu4j.retrieve;

/** Counts the tokens of a text as the application's chat model does. Thread-safe. */
@FunctionalInterface
public interface TokenCounter {
    /**
     * Returns the number of tokens.
     *
     * @param text any text, also empty
     * @return from 0; the count of a text should be about the sum of the counts of its lines
     */
    int count(String text);
}
