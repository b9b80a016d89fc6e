package io.memu4j.internal.understand.rules.sentence;

import java.util.Arrays;

/** Finds what stands in quotation marks. */
public final class Quotation {
    private static final String OPENING = "\"“„«「『‹";
    private static final String CLOSING = "\"”“»」』›";

    private Quotation() {}

    /** For each character whether it is quoted; a mark that is never closed quotes nothing. */
    public static boolean[] within(String text) {
        boolean[] quoted = new boolean[text.length() + 1];
        int open = -1;
        int lastSingle = lastClosingSingle(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open < 0 && (OPENING.indexOf(c) >= 0 || (i + 2 <= lastSingle && opensSingle(text, i)))) {
                open = i;
            } else if (open >= 0 && closes(text, open, i)) {
                Arrays.fill(quoted, open + 1, i, true);
                open = -1;
            }
        }
        return quoted;
    }

    /** The text with blanks for what is quoted and for web addresses, as long as the text itself. */
    public static String blanked(String text) {
        boolean[] quoted = within(text);
        StringBuilder blanked = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (quoted[i]) {
                blanked.setCharAt(i, ' ');
            }
        }
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 1)) {
            for (int i = text.lastIndexOf(' ', at) + 1; i < text.length() && text.charAt(i) != ' '; i++) {
                blanked.setCharAt(i, ' ');
            }
        }
        return blanked.toString();
    }

    private static boolean closes(String text, int open, int at) {
        char opened = text.charAt(open);
        char c = text.charAt(at);
        if (opened == '\'' || opened == '‘') {
            boolean ends = at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
            return (c == '\'' || c == '’') && ends;
        }
        return opened == '"' ? c == '"' : CLOSING.indexOf(c) >= 0;
    }

    /** An apostrophe before a word, with another behind a later word, is a quotation mark; "'cause" is none. */
    private static boolean opensSingle(String text, int at) {
        char c = text.charAt(at);
        if (c != '\'' && c != '‘') {
            return false;
        }
        boolean before = at == 0 || Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
        return before && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** The last apostrophe that ends a word, and no plural; -1 where there is none. */
    private static int lastClosingSingle(String text) {
        for (int i = text.length() - 1; i > 1; i--) {
            boolean mark = text.charAt(i) == '\'' || text.charAt(i) == '’';
            boolean ends = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
            if (mark && ends && text.charAt(i - 1) != 's') {
                return i;
            }
        }
        return -1;
    }
}
