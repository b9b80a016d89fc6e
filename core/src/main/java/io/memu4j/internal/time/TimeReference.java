package io.memu4j.internal.time;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The day of speaking, and where the sentence looks.
 *
 * @param latest by which dates without a year are placed
 */
record TimeReference(LocalDate day, DateDirection outlook, LocalDate latest) {
    /** The year in which {@code month} comes nearest in the sentence's direction; the month of speaking counts as both. */
    YearMonth nearest(int month) {
        YearMonth now = YearMonth.from(latest);
        YearMonth sameYear = YearMonth.of(now.getYear(), month);
        if (outlook == DateDirection.AHEAD) {
            return sameYear.isBefore(now) ? sameYear.plusYears(1) : sameYear;
        }
        return sameYear.isAfter(now) ? sameYear.minusYears(1) : sameYear;
    }
}
