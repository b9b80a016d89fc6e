package io.memu4j.internal.understand.rules;

import io.memu4j.internal.time.TimeMention;
import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes dates into English sentences. */
final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final int WEEK = 7;

    private Dates() {}

    /** The text with the date behind each time that counts from the day of speaking: "yesterday (7 May 2023)". */
    static String inserted(String text, List<TimeMention> times) {
        StringBuilder dated = new StringBuilder(text);
        for (int i = times.size() - 1; i >= 0; i--) {
            TimeMention mention = times.get(i);
            if (mention.relative()) {
                dated.insert(mention.end(), " (" + span(mention.when()) + ")");
            }
        }
        return dated.toString();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String span(HappenedAt when) {
        LocalDate first = when.start().toLocalDate();
        LocalDate last = when.end().toLocalDate().minusDays(1);
        return switch (when.precision()) {
            case MINUTE, DAY -> day(first);
            case WEEK -> week(first, last);
            case MONTH, SEASON -> months(YearMonth.from(first), YearMonth.from(last));
            case YEAR ->
                first.getYear() == last.getYear() ? "" + first.getYear() : first.getYear() + " to " + last.getYear();
        };
    }

    private static String week(LocalDate first, LocalDate last) {
        if (first.plusDays(WEEK - 1).equals(last)) {
            return "the week of " + day(first);
        }
        if (first.getMonth() == last.getMonth()) {
            return first.getDayOfMonth() + (first.plusDays(1).equals(last) ? " and " : " to ") + day(last);
        }
        return (first.getYear() == last.getYear() ? DAY_OF_YEAR : DAY).format(first) + " to " + day(last);
    }

    private static String months(YearMonth first, YearMonth last) {
        if (first.equals(last)) {
            return MONTH.format(first);
        }
        String start = MONTH.format(first);
        String year = " " + last.getYear();
        return (start.endsWith(year) ? start.substring(0, start.length() - year.length()) : start) + " to "
                + MONTH.format(last);
    }
}
