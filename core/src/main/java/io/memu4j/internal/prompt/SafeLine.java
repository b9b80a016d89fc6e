package io.memu4j.internal.prompt;

import java.util.regex.Pattern;

/**
 * Makes one line of recalled text that cannot end the fence of a prompt block, nor hide or reorder what a reader sees: line breaks become
 * blanks, whatever looks like the fence is broken up, and bidirectional controls and tag characters are removed.
 */
public final class SafeLine {
    /** The beginning of the fence's name. */
    public static final String FENCE = "recalled-memory";

    private static final Pattern FENCE_LIKE = Pattern.compile(
            "[<\uff1c]?\\s*/?\\s*recalled[\\s\\p{Pd}_\\p{Cf}]*memory[\\w-]*\\s*[>\uff1e]?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\x{E0000}-\\x{E007F}]");

    private SafeLine() {}

    /** Returns the text as one line. */
    public static String of(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        String line = LINE_BREAKS.matcher(visible).replaceAll(" ").strip();
        return FENCE_LIKE.matcher(line).replaceAll("recalled memory");
    }
}
