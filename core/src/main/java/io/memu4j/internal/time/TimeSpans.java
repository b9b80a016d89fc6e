package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
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

    static HappenedAt between(LocalDate start, LocalDate end, Precision precision) {
        return new HappenedAt(start.atStartOfDay(), end.atStartOfDay(), precision);
    }
}
