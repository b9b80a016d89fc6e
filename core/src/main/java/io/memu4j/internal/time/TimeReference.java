package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The day of speaking, and where the words around a time look.
 *
 * @param latest by which days and months without a year are placed
 * @param told what the words say
 * @param whenOpen where they look when they do not say
 */
record TimeReference(LocalDate day, LocalDate latest, Outlook told, Outlook whenOpen) {
    Outlook outlook() {
        return told == Outlook.OPEN ? whenOpen : told;
    }

    /** The span of the years around that is nearest in the direction of the words and holds or adjoins the day, or null. */
    @Nullable
    HappenedAt nearest(LocalDate from, IntFunction<@Nullable HappenedAt> ofYear) {
        int[] years = {from.getYear(), from.getYear() + 1, from.getYear() - 1};
        HappenedAt best = null;
        for (int year : years) {
            HappenedAt span = ofYear.apply(year);
            if (span != null && isThatWay(span, from) && (best == null || isNearer(span, best))) {
                best = span;
            }
        }
        return best;
    }

    private boolean isThatWay(HappenedAt span, LocalDate from) {
        return switch (outlook()) {
            case AHEAD -> span.end().isAfter(from.atStartOfDay());
            case BACK -> !span.start().isAfter(from.atStartOfDay());
            case OPEN -> false;
        };
    }

    private boolean isNearer(HappenedAt span, HappenedAt other) {
        return outlook() == Outlook.AHEAD
                ? span.start().isBefore(other.start())
                : span.start().isAfter(other.start());
    }
}
