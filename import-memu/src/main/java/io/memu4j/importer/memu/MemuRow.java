package io.memu4j.importer.memu;

import io.memu4j.internal.value.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of MemU's, whose values may be of any type. */
record MemuRow(List<String> names, ResultSet row) {
    private static final double LATEST = 4_102_444_800.0 * 10;

    /** The text, storable; null where there is none or it is blank. */
    @Nullable
    String text(String column) throws SQLException {
        String text = row.getString(names.indexOf(column) + 1);
        return text == null || text.isBlank() ? null : Texts.storable(text);
    }

    /** Seconds since 1970 as a number, or a time as text; null where it is neither. */
    @Nullable
    Instant time(String column) throws SQLException {
        Object value = row.getObject(names.indexOf(column) + 1);
        if (value instanceof Number number) {
            double seconds = number.doubleValue();
            return Double.isFinite(seconds) && Math.abs(seconds) < LATEST
                    ? Instant.EPOCH.plusNanos(Math.round(seconds * 1_000_000) * 1_000)
                    : null;
        }
        return value == null ? null : parsed(value.toString().strip().replace(' ', 'T'));
    }

    private static @Nullable Instant parsed(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException neither) {
                return null;
            }
        }
    }
}
