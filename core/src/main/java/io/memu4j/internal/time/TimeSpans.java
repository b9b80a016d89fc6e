package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The spans behind days, weeks, months, seasons and years. Weeks start on Monday; seasons are those of the northern hemisphere. */
final class TimeSpans {
    private TimeSpans() {}

    static HappenedAt day(LocalDate day) {
        return between(day, day.plusDays(1), Precision.DAY);
    }

    /** Null where the calendar has no such day. */
    static @Nullable HappenedAt day(int year, int month, int dayOfMonth) {
        try {
            return day(LocalDate.of(year, month, dayOfMonth));
        } catch (DateTimeException e) {
            return null;
        }
    }

    static HappenedAt week(LocalDate anyDay) {
        LocalDate monday = anyDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return between(monday, monday.plusWeeks(1), Precision.WEEK);
    }

    static HappenedAt weekend(LocalDate anyDayOfItsWeek) {
        LocalDate saturday = anyDayOfItsWeek
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusDays(5);
        return between(saturday, saturday.plusDays(2), Precision.WEEK);
    }

    static HappenedAt month(YearMonth month) {
        return between(month.atDay(1), month.plusMonths(1).atDay(1), Precision.MONTH);
    }

    /** The season that starts in {@code firstMonth} of {@code year}. */
    static HappenedAt season(int year, int firstMonth) {
        YearMonth first = YearMonth.of(year, firstMonth);
        return between(first.atDay(1), first.plusMonths(3).atDay(1), Precision.SEASON);
    }

    static HappenedAt year(int year) {
        return between(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), Precision.YEAR);
    }

    /** The {@code unit} that lies {@code by} of them from {@code day}. */
    static HappenedAt shifted(String unit, int by, LocalDate day) {
        return switch (unit) {
            case "day" -> day(day.plusDays(by));
            case "week" -> week(day.plusWeeks(by));
            case "weekend" -> weekend(day.plusWeeks(by));
            case "month" -> month(YearMonth.from(day).plusMonths(by));
            case "year" -> year(day.getYear() + by);
            default -> throw new IllegalArgumentException("There is no unit of time '" + unit + "'.");
        };
    }

    /** "A few" is read as two to six. */
    static HappenedAt fewAgo(String unit, LocalDate day) {
        return switch (unit) {
            case "day" -> between(day.minusDays(6), day.minusDays(1), Precision.WEEK);
            case "week" -> between(day.minusWeeks(6), day.minusWeeks(1), Precision.MONTH);
            case "month" -> between(day.minusMonths(6), day.minusMonths(1), Precision.SEASON);
            default ->
                between(LocalDate.of(day.getYear() - 6, 1, 1), LocalDate.of(day.getYear() - 1, 1, 1), Precision.YEAR);
        };
    }

    /** The weekday nearest in that direction, but not today. */
    static TemporalAdjuster strictly(Outlook outlook, DayOfWeek weekday) {
        return outlook == Outlook.BACK ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.next(weekday);
    }

    /** The weekday nearest in that direction, or today. */
    static TemporalAdjuster onOr(Outlook outlook, DayOfWeek weekday) {
        return outlook == Outlook.BACK
                ? TemporalAdjusters.previousOrSame(weekday)
                : TemporalAdjusters.nextOrSame(weekday);
    }

    static HappenedAt between(LocalDate start, LocalDate end, Precision precision) {
        return new HappenedAt(start.atStartOfDay(), end.atStartOfDay(), precision);
    }
}
