package io.memu4j.internal.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text as words with roles.
 *
 * @param roles the letters of the roles, one per token
 */
record TimeTokens(String text, String lower, TimeLexicon lexicon, List<TimeToken> list, String roles) {
    private static final Pattern CLOCK = Pattern.compile(
            "\\d{1,2}(?:[:h.]\\d\\d)?\\s?(?:[ap]\\.?m\\b\\.?|uhr\\b|o'clock\\b)|\\d{1,2}:\\d\\d(?::\\d\\d)?|\\d{1,2}h(?:\\d\\d)?\\b");
    private static final Pattern ISO = Pattern.compile("((?:19|20)\\d\\d)[-/]([01]?\\d)[-/]([0-3]?\\d)(?!\\d)");
    private static final Pattern POINTS =
            Pattern.compile("([0-3]?\\d)\\.\\s?([01]?\\d)\\.(?:\\s?((?:19|20)\\d\\d)(?!\\d)|(?!\\s?\\d))");
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,9})(?:(?:st|nd|rd|th|er|º|ª)(?!\\p{L})|\\.(?=\\s?\\p{L})|([年月日号]))?");
    private static final Pattern NUMERALS = Pattern.compile("([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])([月日号])");
    private static final Pattern AFTER_MONTH = Pattern.compile("\\.,? ?[\\p{Ll}\\d]");
    private static final Pattern BEFORE_STATE = Pattern.compile(",? (?:so |very )*\\p{L}+ed\\b|,? so\\b");
    private static final int LONGEST_ABBREVIATION = 4;
    private static final Pattern ABBREVIATED = Pattern.compile("\\b(?:dr|mr|mrs|ms|st|prof|sr|sra)\\z");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final String NUMERAL_DIGITS = "零一二三四五六七八九十";
    private static final String AMBIGUOUS_MONTHS = " may march mar ";
    private static final String TIME_BEFORE = "IPVTFELHXno";

    static TimeTokens of(String text, TimeLexicon lexicon) {
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (lower.length() != text.length()) { // a letter whose lower case is two
            return new TimeTokens(text, text, lexicon, List.of(), "");
        }
        return new Reader(text, lower, lexicon).read();
    }

    TimeToken get(int index) {
        return list.get(index);
    }

    /** How many of its words the lexicon knows. */
    long known() {
        return list.stream().filter(token -> !token.isAny("wnNYDd,.-")).count();
    }

    int size() {
        return list.size();
    }

    String word(int index) {
        return lower.substring(list.get(index).start(), list.get(index).end());
    }

    boolean isCapital(int index) {
        return Character.isUpperCase(text.charAt(list.get(index).start()));
    }

    private static final class Reader {
        private final String text;
        private final String lower;
        private final TimeLexicon lexicon;
        private final List<TimeToken> tokens = new ArrayList<>();
        private final StringBuilder roles = new StringBuilder();
        private int at;

        Reader(String text, String lower, TimeLexicon lexicon) {
            this.text = text;
            this.lower = lower;
            this.lexicon = lexicon;
        }

        TimeTokens read() {
            while (at < lower.length()) {
                char c = lower.charAt(at);
                if (Character.isWhitespace(c)) {
                    at++;
                } else if (c >= '0' && c <= '9') {
                    figure();
                } else if (!numerals() && !phrase()) {
                    other(c);
                }
            }
            return new TimeTokens(text, lower, lexicon, List.copyOf(tokens), roles.toString());
        }

        private void add(TimeRole role, String unit, int value, int end) {
            tokens.add(new TimeToken(role, unit, value, at, end));
            roles.append(role.letter);
            at = end;
        }

        private void figure() {
            boolean within = at > 0
                    && (lower.charAt(at - 1) == '.' || Character.isLetterOrDigit(lower.charAt(at - 1)))
                    && !lexicon.isUnspaced();
            Matcher m = matching(CLOCK);
            if (m != null) {
                at = m.end();
                return;
            }
            m = within ? null : matching(ISO);
            if (m != null) {
                date(m, m.group(1), m.group(2), m.group(3));
                return;
            }
            m = within ? null : matching(POINTS);
            if (m != null && (m.group(3) != null || lexicon.is("de"))) {
                date(m, m.group(3), m.group(2), m.group(1));
                return;
            }
            m = matching(NUMBER);
            if (m == null) {
                at++;
                return;
            }
            number(m);
        }

        private void number(Matcher m) {
            int value = Integer.parseInt(m.group(1));
            String counter = m.group(2) == null ? "" : m.group(2);
            int digits = m.end(1);
            boolean year = value >= 1900 && value < 2100;
            if (counter.equals("月") && value >= 1 && value <= 12) {
                add(TimeRole.MONTH, "", value, m.end());
            } else if (counter.equals("年") && year) {
                add(TimeRole.YEAR, "", value, m.end());
            } else if (!counter.isEmpty() && "日号".contains(counter) && isDay(value, m.end())) {
                add(TimeRole.DAY, "", value, m.end());
            } else {
                boolean bound =
                        digits < lower.length() && Character.isLetter(lower.charAt(digits)) && m.end() == digits;
                TimeRole role = year ? TimeRole.YEAR : value >= 1 && value <= 31 ? TimeRole.DAY : TimeRole.NUMBER;
                add(
                        bound && !lexicon.isUnspaced() ? TimeRole.PLAIN : role,
                        "",
                        value,
                        counter.isEmpty() ? m.end() : digits);
            }
        }

        /** 十二月, 三日. */
        private boolean numerals() {
            Matcher m = lexicon.isUnspaced() ? matching(NUMERALS) : null;
            if (m == null) {
                return false;
            }
            String digits = m.group(1);
            int ten = digits.indexOf('十');
            int tens = ten < 0 ? 0 : Math.max(1, NUMERAL_DIGITS.indexOf(digits.charAt(0)));
            int ones = ten == digits.length() - 1 ? 0 : NUMERAL_DIGITS.indexOf(digits.charAt(digits.length() - 1));
            int value = 10 * (tens == 10 ? 1 : tens) + ones;
            boolean month = m.group(2).equals("月");
            if (month ? value > 12 : !isDay(value, m.end())) {
                return false;
            }
            add(month ? TimeRole.MONTH : TimeRole.DAY, "", value, m.end());
            return true;
        }

        /** A day of the month, and not a number of days. */
        private boolean isDay(int value, int end) {
            return value <= 31 && (end == lower.length() || "前后後間间".indexOf(lower.charAt(end)) < 0);
        }

        private void date(Matcher m, @Nullable String year, String month, String day) {
            int number = Integer.parseInt(month) * 100 + Integer.parseInt(day);
            if (year == null) {
                add(TimeRole.DAY_MONTH, "", number, m.end());
                return;
            }
            try {
                LocalDate date = LocalDate.of(Integer.parseInt(year), number / 100, number % 100);
                add(TimeRole.DATE, "", (int) date.toEpochDay(), m.end());
            } catch (DateTimeException e) { // the calendar has no such day
                add(TimeRole.PLAIN, "", 0, m.end());
            }
        }

        private boolean phrase() {
            boolean inWord = at > 0
                    && !lexicon.isUnspaced()
                    && Character.isLetterOrDigit(lower.charAt(at))
                    && Character.isLetterOrDigit(lower.charAt(at - 1));
            TimeLexicon.Entry entry = inWord ? null : lexicon.at(lower, at);
            if (entry == null) {
                return false;
            }
            int end = at + entry.text().length();
            if (isNoTime(entry)) {
                add(TimeRole.PLAIN, "", 0, end);
                return true;
            }
            boolean shortened = entry.role() == TimeRole.MONTH && lower.startsWith(".", end) && goesOn(end);
            add(entry.role(), entry.unit(), entry.value(), shortened ? end + 1 : end);
            return true;
        }

        /** Whether a word or number follows the point behind a month. */
        private boolean goesOn(int point) {
            return AFTER_MONTH.matcher(lower).region(point, lower.length()).lookingAt();
        }

        /**
         * "You may", "they march", "we sat": words that are times only with a capital or behind a preposition. The "so" of "so excited"
         * parts no clauses, and a German noun such as "Reise" is no verb.
         */
        private boolean isNoTime(TimeLexicon.Entry entry) {
            if (entry.text().equals("so") && lexicon.is("en")) {
                return BEFORE_STATE
                        .matcher(lower)
                        .region(at + 2, lower.length())
                        .lookingAt();
            }
            if (lexicon.is("de") && entry.role() == TimeRole.AHEAD) {
                boolean starts =
                        tokens.isEmpty() || tokens.get(tokens.size() - 1).isAny(".-,");
                return !starts && Character.isUpperCase(text.charAt(at));
            }
            if (!lexicon.is("en") || Character.isUpperCase(text.charAt(at))) {
                return false;
            }
            if (entry.role() == TimeRole.WEEKDAY) {
                return entry.text().length() == 3;
            }
            return entry.role() == TimeRole.MONTH
                    && AMBIGUOUS_MONTHS.contains(" " + entry.text() + " ")
                    && (tokens.isEmpty() || !tokens.get(tokens.size() - 1).isAny(TIME_BEFORE));
        }

        private void other(char c) {
            boolean alone = lexicon.isUnspaced() && Character.isLetterOrDigit(c); // the run may be the whole text
            Matcher word = alone ? null : matching(WORD);
            if (alone || (word != null && lexicon.isUnspaced())) {
                add(TimeRole.PLAIN, "", 0, at + 1);
            } else if (word != null) {
                TimeLexicon.Entry entry = lexicon.byForm(word.group());
                boolean noun =
                        entry != null && entry.role() == TimeRole.PARTICIPLE && Character.isUpperCase(text.charAt(at));
                add(entry == null || noun ? TimeRole.PLAIN : entry.role(), "", 0, word.end());
            } else if (".!?。！？\n".indexOf(c) >= 0) {
                add(isAbbreviation() ? TimeRole.PLAIN : TimeRole.STOP, "", 0, at + 1);
            } else if (",;:，；：、()（）\"“”«»".indexOf(c) >= 0) {
                add(TimeRole.COMMA, "", 0, at + 1);
            } else if ("-–—~〜".indexOf(c) >= 0) {
                add(TimeRole.DASH, "", 0, at + 1);
            } else {
                at++;
            }
        }

        private boolean isAbbreviation() {
            return at > 1
                    && lower.charAt(at) == '.'
                    && ABBREVIATED
                            .matcher(lower)
                            .region(Math.max(0, at - LONGEST_ABBREVIATION - 1), at)
                            .useTransparentBounds(true)
                            .find();
        }

        private @Nullable Matcher matching(Pattern pattern) {
            Matcher m = pattern.matcher(lower);
            m.region(at, lower.length()).useTransparentBounds(true);
            return m.lookingAt() ? m : null;
        }
    }
}
