package io.memu4j.server.api.view;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import io.memu4j.server.api.RequestRefused;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A span of local time: its first moment, the first after it, and how precisely it is known. */
public record PeriodView(LocalDateTime start, LocalDateTime end, String precision) {
    static @Nullable PeriodView of(@Nullable HappenedAt when) {
        return when == null
                ? null
                : new PeriodView(when.start(), when.end(), when.precision().key());
    }

    HappenedAt period() {
        Present.required(start, "start");
        Present.required(end, "end");
        List<String> known = Stream.of(Precision.values()).map(Precision::key).toList();
        if (!known.contains(Present.required(precision, "precision"))) {
            throw RequestRefused.malformed("The field 'precision' has a value that cannot be used. Expected one of "
                    + String.join(", ", known) + ".");
        }
        if (!end.isAfter(start)) {
            throw RequestRefused.malformed("The field 'end' is not after 'start'.");
        }
        return new HappenedAt(start, end, Precision.values()[known.indexOf(precision)]);
    }
}
