package io.memu4j.internal.ingest.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long text into parts that end, as far as possible, where a paragraph, a sentence or a word ends, and never inside a character.
 * The parts one after the other are the text.
 */
public final class TextCutter {
    private static final String SENTENCE_ENDS = ".!?\u2026\u3002\uff01\uff1f";
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** Longer sequences of combining characters than this are no writing, and may be cut. */
    private static final int LONGEST_CLUSTER = 40;

    private TextCutter() {}

    /** The parts of {@code text}, each of 1 to {@code limit} UTF-16 units; none for an empty text. */
    public static List<String> cut(String text, int limit) {
        if (limit <= LONGEST_CLUSTER) {
            throw new IllegalArgumentException(
                    "The limit of a part is " + limit + ". Expected more than " + LONGEST_CLUSTER + ".");
        }
        List<String> parts = new ArrayList<>(text.length() / limit + 1);
        int start = 0;
        while (text.length() - start > limit) {
            int end = boundary(text, start, start + limit);
            parts.add(text.substring(start, end));
            start = end;
        }
        if (start < text.length()) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    /** The best place to cut in the second half of the range; the last one that is possible where none is good. */
    private static int boundary(String text, int start, int end) {
        int least = start + (end - start) / 2;
        int sentence = 0;
        int word = 0;
        for (int i = end; i > least; i--) {
            char before = text.charAt(i - 1);
            if (before == '\n' && text.charAt(i - 2) == '\n') {
                return i;
            }
            if (Character.isWhitespace(before)) {
                word = word == 0 ? i : word;
                boolean ends = before == '\n' || SENTENCE_ENDS.indexOf(text.charAt(i - 2)) >= 0;
                sentence = sentence == 0 && ends ? i : sentence;
            } else if (sentence == 0 && SENTENCE_ENDS.indexOf(before) >= 3) {
                sentence = i;
            }
        }
        if (sentence > 0) {
            return sentence;
        }
        return word > 0 ? word : characterBoundary(text, end);
    }

    private static int characterBoundary(String text, int end) {
        int at = end;
        while (at > end - LONGEST_CLUSTER && isInsideCharacter(text, at)) {
            at--;
        }
        if (at > end - LONGEST_CLUSTER) {
            return at;
        }
        return Character.isLowSurrogate(text.charAt(end)) && Character.isHighSurrogate(text.charAt(end - 1))
                ? end - 1
                : end;
    }

    private static boolean isInsideCharacter(String text, int at) {
        char next = text.charAt(at);
        if (Character.isLowSurrogate(next)) {
            return true;
        }
        int codePoint = text.codePointAt(at);
        int type = Character.getType(codePoint);
        boolean continues = type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || codePoint == ZERO_WIDTH_JOINER
                || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
        return continues || text.charAt(at - 1) == ZERO_WIDTH_JOINER;
    }
}
