package io.memu4j.model;

/**
 * Tokens a call used, as the provider counts them.
 *
 * @param inputTokens from 0, or -1 where the provider does not say
 * @param outputTokens from 0, or -1 where the provider does not say
 */
public record Usage(int inputTokens, int outputTokens) {
    /** The provider does not say. */
    public static final Usage UNKNOWN = new Usage(-1, -1);
}
