package io.memu4j.internal.time;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of the months in the languages we know dates of. */
final class Months {
    private static final List<String> NAMES = List.of(
            "january jan januar janvier enero janeiro gennaio",
            "february feb februar février febrero fevereiro febbraio",
            "march mar märz mars marzo março",
            "april apr avril abril aprile",
            "may mai mayo maio maggio",
            "june jun juni juin junio junho giugno",
            "july jul juli juillet julio julho luglio",
            "august aug août agosto",
            "september sept sep septembre septiembre setembro settembre",
            "october oct oktober okt octobre octubre outubro ottobre",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre diciembre dezembro dicembre");
    private static final Map<String, Integer> BY_NAME = byName();

    /** Alternatives of a regular expression, longest first. */
    static final String REGEX = String.join(
            "|",
            BY_NAME.keySet().stream()
                    .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                    .toList());

    /** One of the names. */
    static final TimeClue NAMED = TimeClue.anyOf(BY_NAME.keySet());

    private Months() {}

    /** The month's number, from 1. */
    static int number(String name) {
        return BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    private static Map<String, Integer> byName() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            for (String name : NAMES.get(i).split(" ")) {
                numbers.put(name, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }
}
