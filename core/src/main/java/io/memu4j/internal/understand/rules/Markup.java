package io.memu4j.internal.understand.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the marks of HTML and Markdown out of a text, and never a word between them. One pass over the text. */
final class Markup {
    private static final Set<String> INLINE = RuleWords.of("Markup.inline");
    private static final Set<String> BLOCK = RuleWords.of("Markup.block");
    private static final Set<String> HIDDEN = RuleWords.of("Markup.hidden");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–", "mdash", "—",
            "hellip", "…", "rsquo", "’");
    private static final int LONGEST_ENTITY = 8;
    private static final int LONGEST_ASIDE = 60;

    private final String text;
    private final StringBuilder plain;
    /** For each sign the first place at or behind the one that was asked for last. */
    private final Map<String, Integer> ahead = new HashMap<>();

    private int at;

    private Markup(String text) {
        this.text = text;
        this.plain = new StringBuilder(text.length());
    }

    /** The text without marks. Lines stay lines. */
    static String plain(String text) {
        Markup markup = new Markup(text);
        while (markup.at < text.length()) {
            markup.step();
        }
        return markup.plain.toString();
    }

    private void step() {
        char c = text.charAt(at);
        boolean taken =
                switch (c) {
                    case '<' -> tag();
                    case '&' -> entity();
                    case '[' -> link(at);
                    case '!' -> at + 1 < text.length() && text.charAt(at + 1) == '[' && image();
                    case '*', '_', '~' -> emphasis(c);
                    case '`' -> backtick();
                    default -> false;
                };
        if (!taken) {
            plain.append(c);
            at++;
        }
    }

    /** A tag of a known name goes; one that stands for a block becomes a line break; code and quotations go whole. */
    private boolean tag() {
        int end = at + 1;
        boolean closing = end < text.length() && text.charAt(end) == '/';
        int from = closing ? end + 1 : end;
        end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String name = text.substring(from, end).toLowerCase(Locale.ROOT);
        boolean known = INLINE.contains(name) || BLOCK.contains(name) || HIDDEN.contains(name);
        int close = known ? next(">", end) : -1;
        if (close < 0 || close - at > 2_000) {
            return false;
        }
        at = close + 1;
        if (HIDDEN.contains(name) && !closing) {
            int last = at;
            while (last < text.length() && !text.regionMatches(true, last, "</" + name, 0, name.length() + 2)) {
                last++;
            }
            at = last;
            plain.append("\n> \n");
        } else if (BLOCK.contains(name)) {
            plain.append('\n');
        }
        return true;
    }

    private boolean entity() {
        int end = next(";", at);
        if (end < 0 || end - at > LONGEST_ENTITY || end == at + 1) {
            return false;
        }
        String name = text.substring(at + 1, end);
        String sign = name.charAt(0) == '#' ? coded(name.substring(1)) : ENTITIES.get(name);
        if (sign == null) {
            return false;
        }
        plain.append(sign);
        at = end + 1;
        return true;
    }

    private static @Nullable String coded(String digits) {
        try {
            boolean hex = digits.startsWith("x") || digits.startsWith("X");
            int code = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
            return Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** {@code [words](address)} leaves its words; a photo that was shared goes to a line of its own. */
    private boolean link(int from) {
        int close = next("]", from);
        if (close < 0 || close - from > 1_000) {
            return false;
        }
        if (close + 1 < text.length() && text.charAt(close + 1) == '(') {
            int end = next(")", close);
            if (end > 0 && end - close < 2_000) {
                plain.append(text, from + 1, close);
                at = end + 1;
                return true;
            }
        }
        String inside = text.substring(from + 1, close).toLowerCase(Locale.ROOT);
        if (inside.startsWith("share") || inside.startsWith("sent ") || inside.startsWith("sends ")) {
            plain.append("\n[").append(text, from + 1, close).append("]\n");
            at = close + 1;
            return true;
        }
        return false;
    }

    private boolean image() {
        int close = next("](", at);
        int end = close < 0 || close - at > 1_000 ? -1 : next(")", close);
        if (end < 0) {
            return false;
        }
        at = end + 1;
        plain.append(' ');
        return true;
    }

    /** Marks at the edge of a word go, in pairs or alone; within a word, beside blanks and as a bullet they stay. */
    private boolean emphasis(char mark) {
        int end = at;
        while (end < text.length() && text.charAt(end) == mark) {
            end++;
        }
        boolean before = at > 0 && !Character.isWhitespace(text.charAt(at - 1));
        boolean after = end < text.length() && !Character.isWhitespace(text.charAt(end));
        boolean inside = before
                && after
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(end));
        boolean single = mark == '~' && end - at < 2;
        if ((before == after && !before) || inside || single) {
            return false;
        }
        int aside = before ? -1 : aside(mark, end);
        if (aside > 0) {
            plain.append('\n').append(text, end, aside).append('\n');
            at = aside + 1;
        } else {
            at = end;
        }
        return true;
    }

    /** Where a gesture such as {@code *waves*} ends, that stands beside the sentences and not in one; -1 for any other word. */
    private int aside(char mark, int start) {
        int close =
                start - at == 1 && Character.isLowerCase(text.charAt(start)) ? next(String.valueOf(mark), start) : -1;
        int last = plain.length() - 1;
        while (last >= 0 && Character.isWhitespace(plain.charAt(last))) {
            last--;
        }
        boolean begins = last < 0 || ".!?…".indexOf(plain.charAt(last)) >= 0;
        if (close < 0 || close - start > LONGEST_ASIDE || !begins) {
            return -1;
        }
        String rest =
                text.substring(close + 1, Math.min(text.length(), close + 4)).strip();
        return rest.isEmpty() || Character.isUpperCase(rest.charAt(0)) ? close : -1;
    }

    /** Where a sign comes next, or -1. Each text is looked through once per sign, however often this is asked. */
    private int next(String sign, int from) {
        int known = ahead.getOrDefault(sign, -1);
        if (known < from) {
            int found = text.indexOf(sign, from);
            known = found < 0 ? text.length() : found;
            ahead.put(sign, known);
        }
        return known == text.length() ? -1 : known;
    }

    private boolean backtick() {
        if (text.startsWith("```", at)) {
            plain.append("```");
            at += 3;
        } else {
            at++;
        }
        return true;
    }
}
