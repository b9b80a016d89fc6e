package io.memu4j.server.api.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.memu4j.error.MemoryException;
import io.memu4j.server.api.RequestRefused;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body, in the words of the interface: names of fields, never of classes, and never a value. */
final class UnreadableBody {
    private static final int LONGEST = 60;

    private UnreadableBody() {}

    static RuntimeException of(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() instanceof MemoryException ours) {
            return ours;
        }
        if (e instanceof ValueInstantiationException && e.getCause() instanceof RequestRefused ours) {
            return ours;
        }
        return RequestRefused.malformed(told(e));
    }

    private static String told(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "The JSON of the body is nested too deeply, or has a name, number or text that is too long.";
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            return "The field " + path(unknown) + " is not known here. Known are: "
                    + String.join(
                            ", ", known.stream().map(String::valueOf).sorted().toList()) + ".";
        }
        if (e instanceof MismatchedInputException wrong) {
            return "The field " + path(wrong) + " has a value that cannot be used. Expected "
                    + expected(wrong, wrong.getTargetType()) + ".";
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "The field " + path(mapping) + " cannot be read. Expected JSON without doubled names.";
        }
        JsonLocation at = e.getLocation();
        return "The body is not valid JSON"
                + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")") + ".";
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        String shown = path.toString().replaceAll("[^\\p{L}\\p{N}_.\\[\\]-]", "?");
        return shown.isEmpty()
                ? "at the top"
                : "'" + (shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown) + "'";
    }

    private static String expected(MismatchedInputException e, @Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time of ISO 8601, such as "
                    + switch (type.getSimpleName()) {
                        case "LocalDate" -> "2026-05-12";
                        case "LocalDateTime" -> "2026-05-12T14:30:00";
                        default -> "2026-05-12T14:30:00Z";
                    };
        }
        if (e instanceof InvalidFormatException && type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            List.of(type.getEnumConstants()).stream()
                                    .map(String::valueOf)
                                    .toList());
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "another type";
    }
}
