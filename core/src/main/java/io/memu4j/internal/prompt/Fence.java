package io.memu4j.internal.prompt;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Two lines around a text that tell a model: what is between is data. Their mark is random and new for every call, so that no text can know
 * it; whatever in a text looks like such a line is broken up. One per call; thread-safe.
 */
public final class Fence {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MARK_BYTES = 8;
    private static final Pattern OPENING = Pattern.compile("<<<(?=\\s*data)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile("(?<=end)>>>", Pattern.CASE_INSENSITIVE);

    private final String mark;

    /** @param mark what no text knows; letters and digits */
    Fence(String mark) {
        this.mark = mark;
    }

    /** A fence with a mark of its own. */
    public static Fence random() {
        byte[] bytes = new byte[MARK_BYTES];
        RANDOM.nextBytes(bytes);
        return new Fence(HexFormat.of().formatHex(bytes));
    }

    /** What both lines carry, to be named in the instructions. */
    public String mark() {
        return mark;
    }

    /** {@code text} between the two lines. Braces, quotes and the like stay as they are. */
    public String around(String text) {
        String harmless = text.replace(mark, "");
        harmless = OPENING.matcher(harmless).replaceAll("< < <");
        harmless = CLOSING.matcher(harmless).replaceAll("> > >");
        return "<<<DATA " + mark + "\n" + harmless + "\nDATA " + mark + " END>>>";
    }
}
