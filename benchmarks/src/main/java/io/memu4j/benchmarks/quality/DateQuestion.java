package io.memu4j.benchmarks.quality;

import io.memu4j.model.ConversationMessage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A question that names a day and no topic, for a day on which something was said. Made here, so that any conversation has some.
 *
 * @param now when it is asked
 * @param answers the messages of the day
 */
record DateQuestion(String text, ZonedDateTime now, Set<MessageId> answers) {
    private static final int DAYS_LATER = 3;

    /** Seven for each day of the conversation: dates in several forms, asked long after, and days told by how long ago they are. */
    static List<DateQuestion> of(Conversation conversation) {
        List<DateQuestion> questions = new ArrayList<>();
        Map<LocalDate, Set<MessageId>> days = days(conversation);
        if (days.isEmpty()) {
            return questions;
        }
        LocalDate last = days.keySet().stream().max(LocalDate::compareTo).orElseThrow();
        days.forEach((day, messages) -> {
            DayOfWeek weekday = day.getDayOfWeek();
            List<String> dated = List.of(
                    "What did we talk about on " + in("d MMMM yyyy", Locale.ENGLISH, day) + "?",
                    "what happened in the chat on " + in("MMMM d, yyyy", Locale.ENGLISH, day),
                    "What was discussed on " + day + "?",
                    "Worüber haben wir am " + in("d. MMMM yyyy", Locale.GERMAN, day) + " gesprochen?");
            List<String> relative = List.of(
                    "what did we discuss last " + weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "?",
                    "What did we talk about three days ago?",
                    "What was said on " + in("MMMM d", Locale.ENGLISH, day) + "?");
            dated.forEach(text -> questions.add(new DateQuestion(text, noon(last.plusYears(1)), messages)));
            relative.forEach(text -> questions.add(new DateQuestion(text, noon(day.plusDays(DAYS_LATER)), messages)));
        });
        return questions;
    }

    /** The share of the first ten, or of as many as there are on the day, that are of the day. */
    double precisionAt10(List<MessageId> found) {
        long right = found.stream().limit(10).filter(answers::contains).count();
        return (double) right / Math.min(10, answers.size());
    }

    private static Map<LocalDate, Set<MessageId>> days(Conversation conversation) {
        Map<LocalDate, Set<MessageId>> days = new TreeMap<>();
        conversation.sessions().forEach((session, messages) -> {
            for (int i = 0; i < messages.size(); i++) {
                ConversationMessage message = messages.get(i);
                OffsetDateTime said = message.createdAt();
                if (said != null && !message.content().isBlank()) {
                    days.computeIfAbsent(said.toLocalDate(), day -> new LinkedHashSet<>())
                            .add(new MessageId(session, i));
                }
            }
        });
        return days;
    }

    private static String in(String pattern, Locale locale, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private static ZonedDateTime noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneOffset.UTC);
    }
}
