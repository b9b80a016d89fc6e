package io.memu4j.internal.understand.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises what is pasted into a message and is nobody's words: code, queries, logs, data, quoted lines, tables, photos. */
final class ForeignText {
    private static final int LONGEST_WORD = 80;
    private static final String CODE_SIGNS = "{}[]<>=;\\|$_*&^%`~";
    private static final Set<String> SQL = RuleWords.of("ForeignText.sql");
    private static final List<String> SQL_PARTS =
            List.of(" from ", " into ", " set ", " table ", " where ", " as (", " values");
    private static final Set<String> LEVELS = RuleWords.of("ForeignText.levels");
    /** Starts of lines of code. */
    private static final Set<String> CODE_MARKS = RuleWords.of("ForeignText.code_marks");
    /** First words of lines that may be code. */
    private static final Set<String> CODE_WORDS = RuleWords.of("ForeignText.code_words");

    private static final List<String> CODE_PARTS = List.of(
            "();", ");", "==", "=>", "->", ":=", "&&", "||", "!=", "+=", "</", "/>", "${", "::", "\":", "':", "= '",
            "= \"");

    private ForeignText() {}

    /** Whether a line is no prose of whoever sent it. */
    static boolean is(String line) {
        char first = line.charAt(0);
        boolean quoted = first == '>' || line.startsWith("&gt;");
        boolean table = first == '|' && line.length() > 1 && line.endsWith("|");
        boolean photo = first == '[' && line.endsWith("]");
        return quoted || table || photo || Prose.isHeading(line) || isQuery(line) || isLog(line) || isCode(line);
    }

    /** Whether a word is data and no word: base64, a data URL, a key. */
    static boolean isData(String word) {
        if (word.startsWith("data:") && word.length() > 20) {
            return true;
        }
        boolean spaced = word.codePoints().anyMatch(c -> Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30FF));
        boolean address = word.contains("://") && word.length() < 2_000;
        return word.length() > LONGEST_WORD && !spaced && !address;
    }

    private static boolean isQuery(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        int blank = lower.indexOf(' ');
        if (blank < 0 || !SQL.contains(lower.substring(0, blank))) {
            return false;
        }
        boolean shouted = Character.isUpperCase(line.charAt(1));
        return (shouted || lower.endsWith(";") || lower.contains("*"))
                && SQL_PARTS.stream().anyMatch(lower::contains);
    }

    /** A time at the start, or the level of a log among the first words. */
    private static boolean isLog(String line) {
        boolean stamped = line.length() > 16
                && line.charAt(0) != ' '
                && digits(line, 0, 4)
                && "-/".indexOf(line.charAt(4)) >= 0
                && digits(line, 5, 2)
                && (line.charAt(10) == 'T' || line.charAt(10) == ' ')
                && digits(line, 11, 2)
                && line.charAt(13) == ':';
        if (stamped) {
            return true;
        }
        int words = 0;
        for (String word : line.substring(0, Math.min(line.length(), 120)).split("[\\s\\[\\]:|,()]+")) {
            if (words++ < 6 && LEVELS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCode(String line) {
        int blank = line.indexOf(' ');
        boolean word = blank > 0 && CODE_WORDS.contains(line.substring(0, blank));
        return CODE_MARKS.stream().anyMatch(line::startsWith)
                || (looksLikeCode(line) && (word || signs(line) >= 2 || line.endsWith(");")));
    }

    private static boolean looksLikeCode(String line) {
        char last = line.charAt(line.length() - 1);
        return last == '{'
                || last == '}'
                || last == ';'
                || line.endsWith("):")
                || CODE_PARTS.stream().anyMatch(line::contains)
                || signs(line) * 12 > line.length();
    }

    private static long signs(String line) {
        return line.chars().filter(c -> CODE_SIGNS.indexOf(c) >= 0).count();
    }

    private static boolean digits(String line, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!Character.isDigit(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
