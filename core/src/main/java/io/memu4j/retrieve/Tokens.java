package io.memu4j.retrieve;

/** How many tokens a text takes, estimated without any model's vocabulary. */
final class Tokens {
    private static final int QUARTERS = 4;

    private Tokens() {}

    /** Four characters of ASCII make a token, two of any other alphabet, one of Chinese, Japanese, Korean or of symbols such as emoji. */
    static int estimate(String text) {
        int quarters = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            quarters += quarters(character);
            i += Character.charCount(character);
        }
        return (quarters + QUARTERS - 1) / QUARTERS;
    }

    private static int quarters(int character) {
        if (character < 0x80) {
            return 1;
        }
        boolean isOneToken = Character.isIdeographic(character) || character >= 0x3000;
        return isOneToken ? QUARTERS : QUARTERS / 2;
    }
}
