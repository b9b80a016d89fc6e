package io.memu4j.internal.ingest;

import io.memu4j.internal.ingest.audio.AudioDuration;
import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.prompt.TokenEstimate;

/**
 * What it is going to take until the text of a source is known, and how long that text is going to be, both roughly.
 *
 * @param models calls that see or hear the source
 * @param textTokens length of the text they give
 */
public record TextCost(CallEstimate models, int textTokens) {
    /** The text is there, or is parsed out of the source. */
    static final TextCost NOTHING = new TextCost(CallEstimate.NOTHING, 0);

    private static final int TOKENS_OF_A_PICTURE = 1_500;
    private static final int TOKENS_OF_A_DESCRIPTION = 600;
    private static final int TOKENS_PER_SECOND = 4;

    /** Cost of showing a number of images to a vision model once. */
    static TextCost ofLookingAt(int pictures) {
        long tokens = (long) pictures * TOKENS_OF_A_PICTURE + TOKENS_OF_A_DESCRIPTION;
        return new TextCost(new CallEstimate(1, tokens), TOKENS_OF_A_DESCRIPTION);
    }

    /** Cost of transcribing a recording once, with the given tokens in the request and in the answer. */
    static TextCost ofHearing(String mediaType, byte[] bytes) {
        return ofHearing(AudioDuration.seconds(mediaType, bytes));
    }

    static TextCost ofHearing(int seconds) {
        int spoken = seconds * TOKENS_PER_SECOND;
        return new TextCost(new CallEstimate(1, 2L * spoken), spoken);
    }

    /** A text that is there. */
    static TextCost ofReading(String text) {
        return new TextCost(CallEstimate.NOTHING, TokenEstimate.of(text));
    }

    TextCost plus(TextCost other) {
        return new TextCost(models.plus(other.models), textTokens + other.textTokens);
    }
}
