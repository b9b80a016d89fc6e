package io.memu4j.server.api.view;

import io.memu4j.server.api.RequestRefused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the fields of a body. JSON may leave out what a record declares. */
final class Present {
    private Present() {}

    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw RequestRefused.malformed("The field '" + field + "' is missing.");
        }
        return value;
    }

    /** The list without nulls in it, or an empty one. */
    static <T> List<T> list(@Nullable List<T> values, String field) {
        return values == null ? List.of() : List.copyOf(checked(values, field));
    }

    static Map<String, String> map(@Nullable Map<String, String> values, String field) {
        if (values == null) {
            return Map.of();
        }
        checked(values.values(), field);
        return Map.copyOf(values);
    }

    private static <T> Collection<T> checked(Collection<T> values, String field) {
        if (values.stream().anyMatch(Objects::isNull)) {
            throw RequestRefused.malformed("The field '" + field + "' holds null. Leave it out.");
        }
        return values;
    }
}
