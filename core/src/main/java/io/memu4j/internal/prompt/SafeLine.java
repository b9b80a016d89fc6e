package io.memu4j.internal.prompt;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes one line of recalled text that cannot end the fence of a prompt block, nor hide or reorder what a reader sees: line breaks become
 * blanks, whatever looks like the fence is broken up, and bidirectional controls and tag characters are removed.
 */
public final class SafeLine {
    /** The beginning of the fence's name. */
    public static final String FENCE = "recalled-memory";

    /** The letters of the fence's name with those of other scripts that look like them. */
    private static final Map<Character, String> LOOK_ALIKES = Map.of(
            'r',
            "r\u0433\uff52",
            'e',
            "e\u0435\u04bd\uff45",
            'c',
            "c\u0441\u03f2\uff43",
            'a',
            "a\u0430\u0251\u03b1\uff41",
            'l',
            "l\u04cf\u0456\u0131\uff4c1|",
            'd',
            "d\u0501\uff44",
            'm',
            "m\u043c\uff4d",
            'o',
            "o0\u043e\u03bf\uff4f",
            'y',
            "y\u0443\u04af\u03b3\uff59");

    private static final Pattern FENCE_LIKE = Pattern.compile(
            "[<\uff1c]?\\s*/?\\s*" + alike("recalled") + "[\\s\\p{Pd}_\\p{Cf}]*" + alike("memory")
                    + "[\\w-]*\\s*[>\uff1e]?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\x{E0000}-\\x{E007F}]");

    private SafeLine() {}

    private static String alike(String word) {
        return word.chars()
                .mapToObj(c -> "[" + LOOK_ALIKES.getOrDefault((char) c, "") + "]")
                .collect(Collectors.joining("[\\p{Cf}\\p{Mn}]{0,4}"));
    }

    /** Returns the text as one line. */
    public static String of(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        String line = LINE_BREAKS.matcher(visible).replaceAll(" ").strip();
        return FENCE_LIKE.matcher(line).replaceAll("recalled memory");
    }
}
