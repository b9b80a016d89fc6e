package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.text.ConversationalWords;
import io.memu4j.internal.text.Scripts;
import io.memu4j.internal.text.WordLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The talks that a question asks for by number or order: "in our first session", "over sessions 4 to 6", "last time".
 *
 * @param ranges numbers of talks from 1, or from -1 for the last one
 * @param rest the question without the words that name them
 */
record TalkMention(List<Range> ranges, String rest) {
    /**
     * The first and the last talk of a range.
     *
     * @param from from 1, or negative from the end
     * @param to likewise, not before {@code from}
     */
    record Range(int from, int to) {}

    private static final int MOST = 10_000;
    private static final Map<String, List<String>> LISTS = WordLists.read(TalkMention.class, "talk-order.txt");
    private static final String TALKS = either("talk");
    private static final String FIRST = either("first");
    private static final String LAST = either("last");
    private static final String NUMBER = "(\\d{1,4}|" + either("number") + ")";
    private static final String TO = "\\s*(?:-|\u2013|" + either("to") + ")\\s*";
    private static final String START = "(?<![\\p{L}\\p{N}])";
    private static final String END = "(?![\\p{L}\\p{N}])";

    /** "sessions 4 to 6", "session number 2". */
    private static final Pattern NUMBERED = pattern("(?:" + TALKS + ")\\s+(?:number\\s+|no\\.?\\s+|nr\\.?\\s+|#)?"
            + NUMBER + "(?:" + TO + "(?:(?:" + TALKS + ")\\s+)?" + NUMBER + ")?");
    /** "the first two sessions", "our last session". */
    private static final Pattern FIRST_OR_LAST =
            pattern("(?:(" + FIRST + ")|(" + LAST + "))\\s+(?:" + NUMBER + "\\s+)?(?:" + TALKS + ")");
    /** "our third session". */
    private static final Pattern ORDINAL =
            pattern("(\\d{1,4}(?:st|nd|rd|th)|" + either("ordinal") + ")\\s+(?:" + TALKS + ")");
    /** "la sesión anterior". */
    private static final Pattern LAST_BEHIND = pattern("(?:" + TALKS + ")\\s+(?:" + either("last behind") + ")");
    /** "第二次对话", "두 번째 대화". */
    private static final Pattern JOINED_ORDINAL =
            Pattern.compile("第?" + NUMBER + "\\s?(?:次|回目|番目|번째)\\s?(?:的|の)?(?:" + either("joined talk") + ")");
    /** "最初の会話", "지난 대화". */
    private static final Pattern JOINED_FIRST_OR_LAST = Pattern.compile("(?:(" + either("joined first") + ")|("
            + either("joined last") + "))\\s?(?:" + either("joined talk") + ")");
    /** "the session before last". */
    private static final Pattern BEFORE_LAST = phrases("before last");
    /** "when we first talked". */
    private static final Pattern BEGINNING = phrases("beginning");
    /** "last time": only in a question without a topic, for a last time of something else may be meant. */
    private static final Pattern LAST_TIME = phrases("last time");

    static TalkMention in(String question) {
        List<Range> ranges = new ArrayList<>();
        String rest = question;
        rest = cut(rest, BEFORE_LAST, found -> new Range(-2, -2), ranges);
        rest = cut(rest, NUMBERED, TalkMention::numbered, ranges);
        rest = cut(rest, FIRST_OR_LAST, TalkMention::firstOrLast, ranges);
        rest = cut(rest, ORDINAL, found -> one(number(found.group(1))), ranges);
        rest = cut(rest, LAST_BEHIND, found -> one(-1), ranges);
        rest = cut(rest, JOINED_ORDINAL, found -> one(number(found.group(1))), ranges);
        rest = cut(rest, JOINED_FIRST_OR_LAST, found -> one(found.group(1) == null ? -1 : 1), ranges);
        rest = cut(rest, BEGINNING, found -> one(1), ranges);
        List<Range> weak = new ArrayList<>();
        String without = cut(rest, LAST_TIME, found -> one(-1), weak);
        if (!weak.isEmpty() && ConversationalWords.areAllOf(without)) {
            ranges.addAll(weak);
            rest = without;
        }
        return new TalkMention(ranges, rest);
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    private interface Reading {
        Range of(Matcher found);
    }

    private static String cut(String text, Pattern pattern, Reading reading, List<Range> into) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            into.add(reading.of(matcher));
            matcher.appendReplacement(rest, " ");
        }
        return matcher.appendTail(rest).toString();
    }

    private static Range numbered(Matcher found) {
        int from = number(found.group(1));
        int to = found.group(2) == null ? from : number(found.group(2));
        return new Range(Math.min(from, to), Math.max(from, to));
    }

    private static Range firstOrLast(Matcher found) {
        int count = found.group(3) == null ? 1 : Math.max(1, number(found.group(3)));
        return found.group(1) == null ? new Range(-count, -1) : new Range(1, count);
    }

    private static Range one(int number) {
        return new Range(number, number);
    }

    private static int number(String word) {
        String digits = word.replaceAll("\\D", "");
        if (!digits.isEmpty()) {
            return Math.min(MOST, Integer.parseInt(digits));
        }
        String lower = word.toLowerCase(Locale.ROOT);
        int ordinal = place(LISTS.getOrDefault("ordinal", List.of()), lower);
        return ordinal > 0 ? ordinal : Math.max(1, place(LISTS.getOrDefault("number", List.of()), lower));
    }

    /** The lists go from one to ten, language by language. */
    private static int place(List<String> words, String word) {
        int at = words.indexOf(word);
        return at < 0 ? 0 : at % 10 + 1;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(START + regex + END, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Phrases of languages without spaces are found within a run of characters. */
    private static Pattern phrases(String section) {
        String all = LISTS.getOrDefault(section, List.of()).stream()
                .map(phrase -> Scripts.hasIdeographOrKana(phrase)
                        ? Pattern.quote(phrase)
                        : START + Pattern.quote(phrase) + END)
                .collect(Collectors.joining("|"));
        return Pattern.compile(all, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String either(String section) {
        UnaryOperator<String> quoted = words -> Pattern.quote(words);
        return LISTS.getOrDefault(section, List.of()).stream().map(quoted).collect(Collectors.joining("|"));
    }
}
