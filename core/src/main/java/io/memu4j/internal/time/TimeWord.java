package io.memu4j.internal.time;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the small words around a time unit mean. */
final class TimeWord {
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Map<String, Integer> OTHER_AMOUNTS =
            Map.of("a", 1, "an", 1, "couple", 2, "couple of", 2, "a couple", 2, "a couple of", 2);

    /** Amounts that are exact enough to count with. */
    static final String AMOUNT =
            "(?<amount>\\d{1,3}|a couple of|a couple|couple of|" + String.join("|", NUMBERS) + "|an|a)";

    private TimeWord() {}

    static int amount(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (Character.isDigit(lower.charAt(0))) {
            return Integer.parseInt(lower);
        }
        int number = NUMBERS.indexOf(lower);
        return number >= 0 ? number : OTHER_AMOUNTS.getOrDefault(lower, 1);
    }

    /** -1 for what was, 1 for what comes, 0 for now. */
    static int direction(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "last", "past", "previous", "this past" -> -1;
            case "next", "coming", "this coming", "upcoming" -> 1;
            default -> 0;
        };
    }
}
