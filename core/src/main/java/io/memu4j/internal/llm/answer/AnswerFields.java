package io.memu4j.internal.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the fields of an answer's object, whatever they hold. Names are compared without regard to case, {@code _} and {@code -}. */
public record AnswerFields(JsonNode node) {
    /** Thai and what comes after it in Unicode: South-East Asian scripts, Hangul, kana, ideographs. */
    private static final int FIRST_WITHOUT_SPACES = 0x0E00;

    private static final int LONGEST_RANGE = 20;
    private static final Pattern LINES =
            Pattern.compile("(?<![\\d.])(\\d{1,6})(?:\\.0)?(?:\\s{0,2}(?:-|\u2013|to)\\s{0,2}n?(\\d{1,6}))?(?![\\d])");

    /** The value of the first of those names that is there and not null. */
    public Optional<JsonNode> value(String... names) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        for (String name : names) {
            JsonNode exact = node.get(name);
            if (exact != null && !exact.isNull()) {
                return Optional.of(exact);
            }
        }
        for (String name : names) {
            for (var field : node.properties()) {
                if (folded(field.getKey()).equals(folded(name))
                        && !field.getValue().isNull()) {
                    return Optional.of(field.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** A text, stripped and not blank; numbers and booleans are none. */
    public Optional<String> text(String... names) {
        return value(names)
                .filter(JsonNode::isTextual)
                .map(n -> n.textValue().strip())
                .filter(s -> !s.isEmpty());
    }

    /** A {@link #text} that can be a sentence: of two words at least, or in a script that puts no spaces between them. */
    public Optional<String> sentence(String... names) {
        return text(names)
                .filter(s -> s.codePoints().anyMatch(Character::isLetter))
                .filter(s -> s.codePoints().anyMatch(c -> Character.isWhitespace(c) || c >= FIRST_WITHOUT_SPACES));
    }

    /** Returns the texts of a list, or a single text as a list of one. Other values are left out. */
    public List<String> texts(String... names) {
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : entries(names)) {
            if (entry.isTextual() && !entry.textValue().isBlank()) {
                texts.add(entry.textValue().strip());
            }
        }
        return texts;
    }

    /** The whole numbers of a list, or a single one as a list of one; also where they are written as texts. Nothing else. */
    public List<Integer> integers(String... names) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode entry : entries(names)) {
            integer(entry).ifPresent(numbers::add);
        }
        return numbers;
    }

    /**
     * Returns the line numbers of a value, in whatever form they are written: 4, 4.0, "n4", "[4]", "lines 3 and 5", "2-4", {"n": 4}. A number of
     * more than six digits is none, and a range of more than {@value #LONGEST_RANGE} lines counts by its ends.
     */
    public List<Integer> lineNumbers(String... names) {
        List<Integer> numbers = new ArrayList<>();
        value(names).ifPresent(value -> collect(value, numbers));
        return numbers;
    }

    private static void collect(JsonNode value, List<Integer> numbers) {
        if (value.isNumber()) {
            double number = value.doubleValue();
            if (number == Math.rint(number) && Math.abs(number) < 1_000_000) {
                numbers.add((int) number);
            }
        } else if (value.isTextual()) {
            collect(value.textValue(), numbers);
        } else {
            value.forEach(below -> collect(below, numbers));
        }
    }

    private static void collect(String text, List<Integer> numbers) {
        Matcher lines = LINES.matcher(text);
        while (lines.find()) {
            int first = Integer.parseInt(lines.group(1));
            int last = lines.group(2) == null ? first : Integer.parseInt(lines.group(2));
            if (last > first && last - first <= LONGEST_RANGE) {
                IntStream.rangeClosed(first, last).forEach(numbers::add);
            } else {
                numbers.add(first);
                Stream.of(last).filter(n -> n != first).forEach(numbers::add);
            }
        }
    }

    /** A truth value, also where it is written as a text or as 1 or 0. */
    public Optional<Boolean> truth(String... names) {
        return value(names).flatMap(AnswerFields::truth);
    }

    private List<JsonNode> entries(String... names) {
        Optional<JsonNode> value = value(names);
        if (value.isEmpty() || value.get().isObject()) {
            return List.of();
        }
        List<JsonNode> entries = new ArrayList<>();
        if (value.get().isArray()) {
            value.get().forEach(entries::add);
        } else {
            entries.add(value.get());
        }
        return entries;
    }

    private static Optional<Integer> integer(JsonNode entry) {
        if (entry.isIntegralNumber() && entry.canConvertToInt()) {
            return Optional.of(entry.intValue());
        }
        String text = entry.isTextual() ? entry.textValue().strip() : "";
        return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<Boolean> truth(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        return switch (value.isValueNode() ? value.asText().strip().toLowerCase(Locale.ROOT) : "") {
            case "true", "yes", "1" -> Optional.of(true);
            case "false", "no", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static String folded(String name) {
        return name.replace("_", "").replace("-", "").strip().toLowerCase(Locale.ROOT);
    }
}
