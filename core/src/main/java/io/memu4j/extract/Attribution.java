package io.memu4j.extract;

import io.memu4j.model.HappenedAt;
import io.memu4j.time.TimeMention;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Words a sentence so that it can be understood alone: who said it, and when "yesterday" was. */
final class Attribution {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private Attribution() {}

    static String worded(Sentence sentence) {
        String dated = dated(sentence.text(), sentence.times());
        String name = sentence.speaker().label();
        if (sentence.language().isEnglish()) {
            String told = ThirdPerson.retold(dated, name).orElse("");
            if (!told.isEmpty()) {
                return closed(told);
            }
        }
        return sentence.speaker().kind() == Speaker.Kind.AUTHOR ? closed(dated) : quoted(name, closed(dated));
    }

    static String quoted(String name, String text) {
        return name + " said: \"" + text.replace('"', '\'') + "\"";
    }

    /** The text with the date behind each relative time: "yesterday (7 May 2023)". */
    static String dated(String text, List<TimeMention> times) {
        StringBuilder dated = new StringBuilder(text);
        for (int i = times.size() - 1; i >= 0; i--) {
            TimeMention mention = times.get(i);
            if (mention.relative()) {
                dated.insert(mention.end(), " (" + words(mention.when()) + ")");
            }
        }
        return dated.toString();
    }

    private static String words(HappenedAt when) {
        LocalDate start = when.start().toLocalDate();
        LocalDate last = when.end().toLocalDate().minusDays(1);
        return switch (when.precision()) {
            case MINUTE, DAY -> DAY.format(start);
            case WEEK -> DAY.format(start) + " to " + DAY.format(last);
            case MONTH ->
                MONTH.format(start).equals(MONTH.format(last))
                        ? MONTH.format(start)
                        : MONTH.format(start) + " to " + MONTH.format(last);
            case SEASON -> MONTH.format(start) + " to " + MONTH.format(last);
            case YEAR ->
                start.getYear() == last.getYear()
                        ? String.valueOf(start.getYear())
                        : start.getYear() + " to " + last.getYear();
        };
    }

    /** Ends with a full stop unless it ends with another mark. */
    private static String closed(String text) {
        String stripped = text.strip().replaceFirst("[\\s,;:–-]+$", "");
        int last = stripped.codePointBefore(stripped.length());
        return Character.isLetterOrDigit(last) || last == ')' || last == '"' ? stripped + "." : stripped;
    }
}
