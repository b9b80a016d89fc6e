package io.memu4j.internal.llm.answer;

import java.util.Map;

/**
 * Rewrites what models write in place of JSON's own marks: typographic quotes, full-width colons and commas, the words of Python, and quotes
 * within texts that nobody escaped. Takes time in proportion to the text.
 */
final class JsonRepair {
    private static final Map<String, String> WORDS = Map.of("None", "null", "True", "true", "False", "false");
    /** An opening quote, and the quotes that may close it. */
    private static final Map<Character, String> QUOTES =
            Map.of('"', "\"", '\'', "'", '\u201c', "\u201d\u201c\"", '\u201d', "\u201d\"", '\u201e', "\u201c\u201d\"");

    private final String text;
    private final StringBuilder repaired;
    private int at;

    private JsonRepair(String text) {
        this.text = text;
        this.repaired = new StringBuilder(text.length() + 32);
    }

    /** Returns the text with JSON's own marks; a text that has no others comes back as it is. */
    static String of(String text) {
        JsonRepair repair = new JsonRepair(text);
        while (repair.at < text.length()) {
            repair.takeOne();
        }
        return repair.repaired.toString();
    }

    private void takeOne() {
        char c = text.charAt(at);
        String closing = QUOTES.get(c);
        if (closing != null && startsAText()) {
            takeText(closing);
        } else if (Character.isLetter(c)) {
            takeWord();
        } else {
            repaired.append(mark(c));
            at++;
        }
    }

    private static char mark(char c) {
        return switch (c) {
            case '\uff1a' -> ':';
            case '\uff0c' -> ',';
            default -> c;
        };
    }

    private void takeWord() {
        int from = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        repaired.append(WORDS.getOrDefault(word, word));
    }

    /** A quote opens a text only after a mark of JSON: an apostrophe in the prose around it opens nothing. */
    private boolean startsAText() {
        for (int i = repaired.length() - 1; i >= 0; i--) {
            char before = repaired.charAt(i);
            if (!Character.isWhitespace(before)) {
                return "{[:,".indexOf(before) >= 0;
            }
        }
        return false;
    }

    private void takeText(String closing) {
        repaired.append('"');
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (closing.indexOf(c) >= 0 && endsAText(at + 1)) {
                at++;
                break;
            }
            if (c == '\\' && at + 1 < text.length()) {
                char escaped = text.charAt(++at);
                repaired.append(escaped == '\'' ? "'" : "\\" + escaped);
            } else if (c == '"') {
                repaired.append("\\\"");
            } else if (c == '\n' || c == '\r') {
                repaired.append("\\n");
            } else {
                repaired.append(c);
            }
            at++;
        }
        repaired.append('"');
    }

    /** Whether what follows can only follow a text that has ended: a mark of JSON, and after a comma the next name or value. */
    private boolean endsAText(int from) {
        int next = spaceEnd(from);
        if (next == text.length()) {
            return true;
        }
        char c = mark(text.charAt(next));
        if (c != ',') {
            return c == ':' || c == '}' || c == ']';
        }
        int after = spaceEnd(next + 1);
        if (after == text.length()) {
            return true;
        }
        char value = text.charAt(after);
        return QUOTES.containsKey(value) || "{[]}-".indexOf(value) >= 0 || Character.isDigit(value) || isWord(after);
    }

    private boolean isWord(int from) {
        return text.startsWith("null", from)
                || text.startsWith("true", from)
                || text.startsWith("false", from)
                || WORDS.keySet().stream().anyMatch(word -> text.startsWith(word, from));
    }

    private int spaceEnd(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
