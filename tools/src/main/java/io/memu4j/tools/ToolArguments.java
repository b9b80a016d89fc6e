package io.memu4j.tools;

import io.memu4j.error.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, as a model wrote them: each is checked where it is read. An error names the argument, never its text. */
record ToolArguments(Map<String, ?> given) {
    private static final int LONGEST_NAME = 40;

    /** @throws InvalidInputException if there is an argument that the tool does not have */
    static ToolArguments of(MemoryTool tool, Map<String, ?> given) {
        requireKnown(given, tool.arguments(), "The tool " + tool.key() + " has no argument ");
        return new ToolArguments(given);
    }

    private static void requireKnown(Map<String, ?> given, List<String> known, String sentence) {
        for (Object name : given.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                throw new InvalidInputException(
                        sentence + shown(String.valueOf(name)) + ": use " + String.join(", ", known) + ".");
            }
        }
    }

    /** A name of an argument is shown where it looks like one. */
    private static String shown(String name) {
        return name.length() <= LONGEST_NAME && name.matches("[A-Za-z0-9_-]+") ? "'" + name + "'" : "of this name";
    }

    String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text == null) {
            throw wrong(name, "is missing", "expected a text of 1 to " + longest + " characters.");
        }
        return text;
    }

    @Nullable
    String optionalText(String name, int longest) {
        Object value = given.get(name);
        if (value == null) {
            return null;
        }
        String expected = "expected a text of 1 to " + longest + " characters.";
        if (!(value instanceof String text)) {
            throw wrong(name, "is " + kind(value), expected);
        }
        if (text.isBlank()) {
            throw wrong(name, "is blank", expected);
        }
        if (text.length() > longest) {
            throw wrong(name, "has " + text.length() + " characters", expected);
        }
        return text;
    }

    int whole(String name, int most, int usual) {
        Long value = optionalWhole(name, most);
        return value == null ? usual : value.intValue();
    }

    @Nullable
    Long optionalWhole(String name, long most) {
        Object value = given.get(name);
        if (value == null) {
            return null;
        }
        String expected = "expected a whole number from 1 to " + most + ".";
        if (!(value instanceof Number number) || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw wrong(name, "is " + kind(value), expected);
        }
        if (number.doubleValue() < 1 || number.doubleValue() > most) {
            throw wrong(name, "is out of range", expected);
        }
        return number.longValue();
    }

    List<String> texts(String name, int most, int longest) {
        return list(name, most).stream()
                .map(value -> new ToolArguments(Map.of(name, value)).text(name, longest))
                .toList();
    }

    List<ToolArguments> objects(String name, int most, List<String> fields) {
        return list(name, most).stream()
                .map(value -> {
                    if (!(value instanceof Map<?, ?> object)) {
                        throw wrong(name, "holds " + kind(value), "expected a list of objects.");
                    }
                    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
                    Map<String, ?> named = (Map<String, ?>) object;
                    requireKnown(named, fields, "An entry of '" + name + "' has no field ");
                    return new ToolArguments(named);
                })
                .toList();
    }

    private List<?> list(String name, int most) {
        Object value = given.get(name);
        if (value == null) {
            return List.of();
        }
        String expected = "expected a list of 1 to " + most + " entries.";
        if (!(value instanceof List<?> list)) {
            throw wrong(name, "is " + kind(value), expected);
        }
        boolean holes =
                list.stream().anyMatch(Objects::isNull); // an immutable list is not asked whether it contains null
        if (list.isEmpty() || list.size() > most || holes) {
            throw wrong(name, holes ? "holds null" : "has " + list.size() + " entries", expected);
        }
        return list;
    }

    @Nullable
    OffsetDateTime time(String name) {
        String text = optionalText(name, 64);
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong(name, "is no time", "expected a time with an offset, such as 2026-05-12T14:30:00+02:00.");
        }
    }

    /** The first instant of a day of UTC, or of the day after it; a time with an offset is taken as it is. */
    @Nullable
    Instant bound(String name, boolean dayAfter) {
        String text = optionalText(name, 64);
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') >= 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(dayAfter ? 1 : 0)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw wrong(
                    name, "is no time", "expected a date or a time, such as 2026-05-12 or 2026-05-12T14:30:00+02:00.");
        }
    }

    @Nullable
    LocalDate day(String name) {
        String text = optionalText(name, 64);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(name, "is no date", "expected a date such as 2026-05-12.");
        }
    }

    static InvalidInputException wrong(String name, String fault, String expected) {
        return new InvalidInputException("The argument '" + name + "' " + fault + ": " + expected);
    }

    private static String kind(Object value) {
        return value instanceof String
                ? "a text"
                : value instanceof Number
                        ? "a number"
                        : value instanceof Boolean
                                ? "a truth value"
                                : value instanceof List
                                        ? "a list"
                                        : value instanceof Map ? "an object" : "something else";
    }
}
