package io.memu4j.internal.understand.chat;

import io.memu4j.internal.time.TimeExpressions;
import io.memu4j.internal.time.TimeMention;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dates a model answers: ISO 8601 as precisely as given, spans, and days written in words. */
final class IsoDates {
    private static final String DAY = "(\\d{4})-(\\d{1,2})-(\\d{1,2})";
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{1,2})");
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern SPAN = Pattern.compile("(\\d[^/\\s]{3,10})\\s?(?:/|to|–|until)\\s?(\\d[^/\\s]{3,10})");
    private static final Pattern MINUTE =
            Pattern.compile(DAY + "[T ](\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?\\s?(?:Z|[+-]\\d{2}:?\\d{2})?");
    private static final int LONGEST = 60;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    private IsoDates() {}

    /** The span, in local time; empty where the text is no date of the years 1000 to 2999. */
    static Optional<HappenedAt> parse(String text) {
        String date = text.strip();
        if (date.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return iso(date)
                    .or(() -> TimeExpressions.mostPrecise(date, null).map(TimeMention::when))
                    .filter(when ->
                            when.start().getYear() >= FIRST_YEAR && when.end().getYear() <= LAST_YEAR + 1);
        } catch (DateTimeException e) { // there is no such day
            return Optional.empty();
        }
    }

    private static Optional<HappenedAt> iso(String date) {
        Matcher m = MINUTE.matcher(date);
        if (m.matches()) {
            LocalDateTime start = LocalDateTime.of(day(m, 1), LocalTime.of(number(m, 4), number(m, 5)));
            boolean wholeDay = start.toLocalTime().equals(LocalTime.MIDNIGHT);
            return Optional.of(
                    wholeDay
                            ? days(day(m, 1), day(m, 1))
                            : new HappenedAt(start, start.plusMinutes(1), Precision.MINUTE));
        }
        m = SPAN.matcher(date);
        if (m.matches()) {
            return span(iso(m.group(1)), iso(m.group(2)));
        }
        m = DATE.matcher(date);
        if (m.matches()) {
            return Optional.of(days(day(m, 1), day(m, 1)));
        }
        return isoPeriod(date);
    }

    /** From the start of the first to the end of the second, as precise as the less precise of both. */
    private static Optional<HappenedAt> span(Optional<HappenedAt> first, Optional<HappenedAt> second) {
        return first.flatMap(from -> second.filter(to -> to.end().isAfter(from.start()))
                .map(to -> new HappenedAt(
                        from.start(),
                        to.end(),
                        from.precision().compareTo(to.precision()) > 0 ? from.precision() : to.precision())));
    }

    private static Optional<HappenedAt> isoPeriod(String date) {
        Matcher m = MONTH.matcher(date);
        if (m.matches()) {
            YearMonth month = YearMonth.of(number(m, 1), number(m, 2));
            return Optional.of(between(month.atDay(1), month.plusMonths(1).atDay(1), Precision.MONTH));
        }
        m = WEEK.matcher(date);
        if (m.matches()) {
            LocalDate monday = LocalDate.of(number(m, 1), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(m, 2))
                    .with(java.time.DayOfWeek.MONDAY);
            return Optional.of(between(monday, monday.plusWeeks(1), Precision.WEEK));
        }
        m = YEAR.matcher(date);
        if (m.matches()) {
            LocalDate first = LocalDate.of(number(m, 1), 1, 1);
            return Optional.of(between(first, first.plusYears(1), Precision.YEAR));
        }
        return Optional.empty();
    }

    private static HappenedAt days(LocalDate first, LocalDate last) {
        return between(first, last.plusDays(1), Precision.DAY);
    }

    private static HappenedAt between(LocalDate start, LocalDate end, Precision precision) {
        return new HappenedAt(start.atStartOfDay(), end.atStartOfDay(), precision);
    }

    private static LocalDate day(Matcher m, int group) {
        return LocalDate.of(number(m, group), number(m, group + 1), number(m, group + 2));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
