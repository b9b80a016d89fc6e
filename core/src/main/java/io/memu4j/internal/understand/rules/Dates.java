package io.memu4j.internal.understand.rules;

import io.memu4j.internal.time.TimeMention;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes dates into English sentences. */
final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Dates() {}

    /** The text with the date behind each time that counts from the day of speaking: "yesterday (7 May 2023)". */
    static String inserted(String text, List<TimeMention> times) {
        StringBuilder dated = new StringBuilder(text);
        for (int i = times.size() - 1; i >= 0; i--) {
            TimeMention mention = times.get(i);
            if (mention.relative()) {
                dated.insert(mention.end(), " (" + mention.when().inEnglish() + ")");
            }
        }
        return dated.toString();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
