package io.memu4j.internal.ingest.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time stamp before a message of a transcript, as messengers write it in many languages: {@code [15/03/2024, 18:21:07]},
 * {@code 15.3.2024 klo 18.21 -}, {@code 2024-03-15T18:21:07Z}. Which of the numbers of a date is the month is not known here.
 *
 * @param date the three numbers of the date as written, or null
 * @param clock the time of day, or null where the stamp is not understood
 * @param end where the rest of the line begins
 */
record TranscriptStamp(@Nullable DateNumbers date, @Nullable Clock clock, int end) {
    /**
     * A date as written.
     *
     * @param separator between the numbers
     */
    record DateNumbers(String first, String second, String third, char separator) {}

    /**
     * A time of day.
     *
     * @param half {@code AM} or {@code PM} as written, or null for a clock of 24 hours
     * @param offset as in ISO 8601, or null
     */
    record Clock(int hour, int minute, int second, @Nullable String half, @Nullable String offset) {}

    /** A stamp that names no day, so that the time is unknown. */
    static final TranscriptStamp WITHOUT_DAY = new TranscriptStamp(null, null, 0);

    /** Marks of the direction of writing, which messengers set around names and dates. */
    static final String MARKS = "[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*+";

    private static final String BLANK = "[\\s\\u00a0\\u202f]";
    private static final String DATE = MARKS + "(?<first>\\d{1,4})" + MARKS + "(?<separator>[./-])" + BLANK + "?"
            + MARKS + "(?<second>\\d{1,2})" + MARKS + "\\k<separator>" + BLANK + "?" + MARKS + "(?<third>\\d{1,4})\\.?";
    private static final String BETWEEN = MARKS + "[,\u060c]?" + BLANK + "?" + MARKS
            + "(?:(?:T|\u00e0|a las|\u00e0s|klo|kl\\.?|um|alle|\u00f3ra)" + BLANK + "?)?";
    private static final String HALF_BEFORE =
            "(?<before>\uc624\uc804|\uc624\ud6c4|\u4e0a\u5348|\u4e0b\u5348|\u5348\u524d|\u5348\u5f8c|\u51cc\u6668|\u65e9\u4e0a|\u4e2d\u5348|\u665a\u4e0a)?"
                    + BLANK + "?";
    private static final String HALF_AFTER =
            "(?:" + BLANK + "?(?<after>[AaPp]" + BLANK + "?[Mm]\\b|[AaPp]\\." + BLANK + "?[Mm]\\.|\u0645|\u0635))?";
    private static final String TIME = HALF_BEFORE
            + "(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<seconds>\\d{2})(?:[.,]\\d{1,9})?+)?+" + HALF_AFTER
            + "(?:" + BLANK + "?(?<offset>Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?";
    private static final String DASH = "(?:" + BLANK + "*[-\u2013]" + BLANK + "+)";

    private static final Pattern PLAIN = Pattern.compile(
            DATE + BETWEEN + TIME + "(?:" + DASH + "|" + BLANK + "*(?=<)|" + BLANK + "+|:" + BLANK + ")");
    private static final Pattern BRACKETED =
            Pattern.compile(MARKS + "\\[" + DATE + BETWEEN + TIME + "\\]" + DASH + "?" + BLANK + "*");
    private static final Pattern TIME_FIRST =
            Pattern.compile(MARKS + "\\[" + TIME + ",?" + BLANK + DATE + "\\]" + DASH + "?" + BLANK + "*");
    private static final Pattern OTHER = Pattern.compile(
            MARKS + "\\[(?=[^\\]\\[]{0,38}\\d{1,2}:\\d{2})[^\\]\\[]{4,40}\\]" + DASH + "?" + BLANK + "*");

    /** The stamp that a line begins with. */
    static Optional<TranscriptStamp> parse(String line) {
        for (Pattern form : new Pattern[] {PLAIN, BRACKETED, TIME_FIRST}) {
            Matcher stamp = form.matcher(line);
            if (stamp.lookingAt()) {
                return Optional.of(new TranscriptStamp(date(stamp), clock(stamp), stamp.end()));
            }
        }
        Matcher other = OTHER.matcher(line);
        return other.lookingAt() ? Optional.of(new TranscriptStamp(null, null, other.end())) : Optional.empty();
    }

    private static DateNumbers date(Matcher stamp) {
        return new DateNumbers(
                stamp.group("first"),
                stamp.group("second"),
                stamp.group("third"),
                stamp.group("separator").charAt(0));
    }

    private static Clock clock(Matcher stamp) {
        String seconds = stamp.group("seconds");
        return new Clock(
                Integer.parseInt(stamp.group("hour")),
                Integer.parseInt(stamp.group("minute")),
                seconds == null ? 0 : Integer.parseInt(seconds),
                half(stamp.group("before"), stamp.group("after")),
                stamp.group("offset"));
    }

    private static @Nullable String half(@Nullable String before, @Nullable String after) {
        String written = before == null ? after : before;
        if (written == null) {
            return null;
        }
        boolean morning = "\uc624\uc804 \u4e0a\u5348 \u5348\u524d \u51cc\u6668 \u65e9\u4e0a \u0635".contains(written)
                || written.toLowerCase(Locale.ROOT).startsWith("a");
        // Only English of the United States writes the half of the day in capitals, and the month first.
        return morning ? (written.equals("AM") ? "AM" : "am") : written.equals("PM") ? "PM" : "pm";
    }
}
