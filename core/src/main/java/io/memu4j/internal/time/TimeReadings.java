package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Turns the phrases that {@link TimeGrammar} finds into spans; null where a phrase is no time after all. */
final class TimeReadings {
    private TimeReadings() {}

    static @Nullable HappenedAt days(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first == null || last == null || last.isBefore(first) || last.isAfter(first.plusYears(1))
                ? null
                : TimeSpans.between(first, last.plusDays(1), Precision.DAY);
    }

    static @Nullable HappenedAt day(TimePhrase f, TimeReference r) {
        int month = f.value("m");
        int day = f.value("d");
        return f.has("y") ? f.onWeekday(TimeSpans.day(f.value("y"), month, day)) : day(f, r, month, day);
    }

    /** A day without a year: of the year in which it is nearest, or in which it is on the weekday beside it. */
    static @Nullable HappenedAt day(TimePhrase f, TimeReference r, int month, int day) {
        if (f.namesWeekday() && r.told() == Outlook.OPEN) {
            int year = r.day().getYear();
            for (int candidate : new int[] {year, year + 1, year - 1}) {
                HappenedAt on = f.onWeekday(TimeSpans.day(candidate, month, day));
                if (on != null) {
                    return on;
                }
            }
            return null;
        }
        return f.onWeekday(r.nearest(r.latest(), year -> TimeSpans.day(year, month, day)));
    }

    static @Nullable HappenedAt range(TimePhrase f, TimeReference r) {
        int first = f.value("m");
        int last = f.has("n") ? f.value("n") : first;
        boolean span = !f.isPair() || (f.has(TimeRole.AND) && f.value("e") == f.value("d") + 1);
        YearMonth month = span ? firstMonth(f, r) : null;
        if (month == null) {
            return null;
        }
        HappenedAt from = TimeSpans.day(month.getYear(), first, f.value("d"));
        HappenedAt to = TimeSpans.day(last < first ? month.getYear() + 1 : month.getYear(), last, f.value("e"));
        return from == null || to == null
                ? null
                : days(from.start().toLocalDate(), to.start().toLocalDate());
    }

    static @Nullable YearMonth firstMonth(TimePhrase f, TimeReference r) {
        int month = f.value("m");
        HappenedAt nearest = f.has("y") ? TimeSpans.month(YearMonth.of(f.value("y"), month)) : nearestMonth(r, month);
        return nearest == null ? null : YearMonth.from(nearest.start());
    }

    static @Nullable HappenedAt nearestMonth(TimeReference r, int month) {
        return r.nearest(r.latest(), year -> TimeSpans.month(YearMonth.of(year, month)));
    }

    static @Nullable HappenedAt months(TimePhrase f, TimeReference r) {
        YearMonth first = f.isPair() ? null : firstMonth(f, r);
        if (first == null) {
            return null;
        }
        int last = f.value("n");
        YearMonth to = first.withMonth(last).plusYears(last < first.getMonthValue() ? 1 : 0);
        if (f.has("y") && last < first.getMonthValue()) { // November to February 2024
            first = first.minusYears(1);
            to = to.minusYears(1);
        }
        return TimeSpans.between(first.atDay(1), to.plusMonths(1).atDay(1), Precision.MONTH);
    }

    static @Nullable HappenedAt years(TimePhrase f, TimeReference r) {
        int first = f.value("y");
        int last = f.value("z");
        return last <= first || f.isPair()
                ? null
                : TimeSpans.between(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1), Precision.YEAR);
    }

    static HappenedAt month(TimePhrase f, TimeReference r) {
        return TimeSpans.month(YearMonth.of(f.value("y"), f.value("m")));
    }

    static @Nullable HappenedAt namedMonth(TimePhrase f, TimeReference r) {
        return f.isMonth("m") ? nearestMonth(r, f.value("m")) : null;
    }

    /** Last year's summer. */
    static @Nullable HappenedAt seasonOfYear(TimePhrase f, TimeReference r) {
        TimeToken year = f.token("u");
        return year.unit().equals("year") ? TimeSpans.season(r.day().getYear() + year.value(), f.value("s")) : null;
    }

    /** May this year, 3 March next year. */
    static @Nullable HappenedAt monthOfYear(TimePhrase f, TimeReference r) {
        TimeToken unit = f.token("u", "v");
        int year = r.day().getYear() + unit.value();
        int month = f.token("m", "n").value();
        if (!unit.unit().equals("year")) {
            return null;
        }
        return f.has("d") ? TimeSpans.day(year, month, f.value("d")) : TimeSpans.month(YearMonth.of(year, month));
    }

    static @Nullable HappenedAt whichMonth(TimePhrase f, TimeReference r) {
        int month = f.token("m", "n").value();
        YearMonth now = YearMonth.from(r.day());
        YearMonth sameYear = now.withMonth(month);
        if (!f.isMonth(f.has("m") ? "m" : "n")) {
            return null;
        }
        return switch (f.which()) {
            case -1 -> TimeSpans.month(sameYear.isBefore(now) ? sameYear : sameYear.minusYears(1));
            case 1 -> TimeSpans.month(sameYear.isAfter(now) ? sameYear : sameYear.plusYears(1));
            default ->
                r.told() == Outlook.AHEAD && sameYear.isBefore(now)
                        ? TimeSpans.month(sameYear.plusYears(1))
                        : TimeSpans.month(sameYear);
        };
    }

    static @Nullable HappenedAt whichSeason(TimePhrase f, TimeReference r) {
        LocalDate day = r.day();
        int first = f.token("s", "t").value();
        HappenedAt sameYear = TimeSpans.season(day.getYear(), first);
        boolean over = !sameYear.end().isAfter(day.atStartOfDay());
        boolean begun = !sameYear.start().isAfter(day.atStartOfDay());
        return switch (f.which()) {
            case -1 -> over ? sameYear : TimeSpans.season(day.getYear() - 1, first);
            case 1 -> begun ? TimeSpans.season(day.getYear() + 1, first) : sameYear;
            default -> begun && !over ? sameYear : r.nearest(day, year -> TimeSpans.season(year, first));
        };
    }

    /** What is "in summer" and not past is so every summer. */
    static @Nullable HappenedAt namedSeason(TimePhrase f, TimeReference r) {
        return r.outlook() == Outlook.BACK ? r.nearest(r.day(), year -> TimeSpans.season(year, f.value("s"))) : null;
    }

    static @Nullable HappenedAt weekdayOfWeek(TimePhrase f, TimeReference r) {
        TimeToken last = f.lastToken("u");
        TimeToken unit = last.role() == TimeRole.NEXT ? f.token("u") : last;
        boolean day = unit.unit().equals("day");
        LocalDate weekday = r.day()
                .plusWeeks(last.role() == TimeRole.FIXED ? unit.value() : f.which())
                .with(DayOfWeek.of(f.value("w")));
        if (day) { // "yesterday, Friday"
            return f.onWeekday(TimeSpans.day(r.day().plusDays(unit.value())));
        }
        return unit.unit().equals("week") ? TimeSpans.day(weekday) : null;
    }

    static HappenedAt whichWeekday(TimePhrase f, TimeReference r) {
        DayOfWeek weekday = DayOfWeek.of(f.token("w", "x").value());
        if (f.unspaced()) { // of last or next week
            return TimeSpans.day(r.day().plusWeeks(f.which()).with(weekday));
        }
        return TimeSpans.day(r.day().with(TimeSpans.strictly(f.which() < 0 ? Outlook.BACK : Outlook.AHEAD, weekday)));
    }

    static @Nullable HappenedAt weekdays(TimePhrase f, TimeReference r) {
        HappenedAt first = r.outlook() == Outlook.OPEN || f.isPair() ? null : namedWeekday(f, r);
        return first == null
                ? null
                : days(
                        first.start().toLocalDate(),
                        first.start().toLocalDate().with(TimeSpans.onOr(Outlook.AHEAD, DayOfWeek.of(f.value("x")))));
    }

    static @Nullable HappenedAt namedWeekday(TimePhrase f, TimeReference r) {
        boolean thisOne = f.has(TimeRole.THIS);
        Outlook outlook = thisOne && r.told() == Outlook.OPEN ? Outlook.AHEAD : r.outlook();
        return outlook == Outlook.OPEN
                ? null
                : TimeSpans.day(r.day().with(TimeSpans.onOr(outlook, DayOfWeek.of(f.value("w")))));
    }

    /** "This weekend" said on a Monday of what was is the one just past. */
    static @Nullable HappenedAt around(TimePhrase f, TimeReference r) {
        String unit = f.token("u", "v").unit();
        if (unit.equals("day")) { // the last day of something
            return null;
        }
        boolean justPast = f.which() == 0
                && unit.equals("weekend")
                && r.outlook() == Outlook.BACK
                && r.day().getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
        return TimeSpans.shifted(unit, justPast ? -1 : f.which(), r.day());
    }

    /** "I read it in two days" tells how long it took. */
    static @Nullable HappenedAt ahead(TimePhrase f, TimeReference r) {
        boolean took = r.told() == Outlook.BACK || r.outlook() == Outlook.OPEN;
        return took && !f.has("o") ? null : f.shifted(r, 1);
    }

    static HappenedAt fixed(TimePhrase f, TimeReference r) {
        TimeToken token = f.firstToken();
        if (token.unit().equals("few")) {
            return TimeSpans.fewAgo("day", r.day());
        }
        boolean justPast = token.unit().equals("weekend")
                && token.value() == 0
                && r.outlook() == Outlook.BACK
                && r.day().getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
        return TimeSpans.shifted(token.unit(), justPast ? -1 : token.value(), r.day());
    }
}
