package io.memu4j.internal.prompt;

/**
 * Estimates how many tokens a model counts, without its tokenizer: a quarter for a letter of ASCII, half for one of another alphabet, one
 * for an ideograph, a syllable or a symbol. Within about a third of what the common tokenizers say.
 */
public final class TokenEstimate {
    private static final int ALPHABETS_END = 0x1100;

    private TokenEstimate() {}

    /** The estimate for {@code text}, rounded up. */
    public static int of(CharSequence text) {
        long quarters = text.codePoints().mapToLong(TokenEstimate::quarters).sum();
        return (int) Math.min(Integer.MAX_VALUE, (quarters + 3) / 4);
    }

    /** Quarters of a token that one character counts. */
    public static int quarters(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < ALPHABETS_END ? 2 : 4;
    }
}
