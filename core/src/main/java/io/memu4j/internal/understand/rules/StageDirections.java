package io.memu4j.internal.understand.rules;

import java.util.regex.Pattern;

/** Takes the marks out of a message that say how it was said or what was shown: {@code (casual)}, {@code <action>wave</action>}. */
final class StageDirections {
    private static final Pattern TAGGED = Pattern.compile("<(\\p{Alpha}\\w*)>[^<]{0,200}</\\1>");
    private static final Pattern STICKER =
            Pattern.compile("\\(stickers?\\)\\s*(?:\\p{Ll}[\\p{Ll}'’]*\\s*){0,4}(?=$|\\p{Lu}|[(<])");
    private static final Pattern TONE =
            Pattern.compile("(?:(?<=^)|(?<=[.!?…]\\s)|(?<=\\s))\\(\\p{Ll}+(?:\\s?:\\s?\\p{Ll}+)?\\)(?=\\s|$)\\s*");
    private static final Pattern STARS = Pattern.compile("(?<!\\*)\\*\\p{Ll}[^*\\n]{1,60}\\*(?!\\*)");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0]{2,}");

    private StageDirections() {}

    static String removed(String text) {
        String plain = TAGGED.matcher(text).replaceAll(" ");
        plain = STICKER.matcher(plain).replaceAll("");
        plain = TONE.matcher(plain).replaceAll("");
        plain = STARS.matcher(plain).replaceAll("");
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }
}
