package io.memu4j.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tokens of one call, as the provider counts them. Immutable. */
public final class Usage {
    /** The provider reports no tokens. */
    public static final Usage UNKNOWN = new Usage(-1, -1);

    private final int inputTokens;
    private final int outputTokens;

    private Usage(int inputTokens, int outputTokens) {
        this.inputTokens = inputTokens;
        this.outputTokens = outputTokens;
    }

    /**
     * {@return a usage of these tokens; -1 where the provider does not report them}
     *
     * @param inputTokens tokens sent, from 0, or -1
     * @param outputTokens tokens answered, from 0, or -1
     */
    public static Usage of(int inputTokens, int outputTokens) {
        return new Usage(inputTokens, outputTokens);
    }

    /** {@return the tokens sent, from 0, or -1 where the provider does not report them} */
    public int inputTokens() {
        return inputTokens;
    }

    /** {@return the tokens answered, from 0, or -1 where the provider does not report them} */
    public int outputTokens() {
        return outputTokens;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Usage that && inputTokens == that.inputTokens && outputTokens == that.outputTokens;
    }

    @Override
    public int hashCode() {
        return Objects.hash(inputTokens, outputTokens);
    }

    @Override
    public String toString() {
        return "Usage[inputTokens=" + inputTokens + ", outputTokens=" + outputTokens + "]";
    }
}
