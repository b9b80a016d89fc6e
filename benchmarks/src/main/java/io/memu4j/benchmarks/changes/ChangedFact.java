package io.memu4j.benchmarks.changes;

import io.memu4j.model.ConversationMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fact that changes between two conversations.
 *
 * @param name of the pair
 * @param question asked afterwards
 * @param old words that only the old state has
 * @param current words that only the current state has
 * @param first the conversation with the old state
 * @param second the conversation with the current state
 */
record ChangedFact(
        String name,
        String question,
        String old,
        String current,
        List<ConversationMessage> first,
        List<ConversationMessage> second) {
    static final OffsetDateTime FIRST = OffsetDateTime.parse("2025-11-03T18:00:00Z");
    static final OffsetDateTime SECOND = OffsetDateTime.parse("2026-04-20T18:00:00Z");

    private static final List<String> SMALL_TALK = List.of(
            "Hi, how was your week?",
            "I made soup yesterday and burnt half of it.",
            "The window in the kitchen is stuck again.",
            "I read a novel about a lighthouse keeper on the train.",
            "My neighbour plays the trumpet on Sundays.",
            "I planted tomatoes on the balcony.",
            "The bakery downstairs sells walnut bread now.",
            "I watched the rain for an hour.");

    /** Reads the changes that Mara tells an assistant in one sentence each. */
    static List<ChangedFact> told() {
        return blocks("pairs.txt").map(ChangedFact::toldBy).toList();
    }

    /** Reads changes told in other words than those that the tables were made with. */
    static List<ChangedFact> reworded() {
        return blocks("wordings.txt").map(ChangedFact::toldBy).toList();
    }

    /** Reads the changes that come up while two people talk. */
    static List<ChangedFact> overheard() {
        return blocks("talks.txt").map(ChangedFact::overheardIn).toList();
    }

    private static Stream<String> blocks(String resource) {
        try (InputStream in = Objects.requireNonNull(ChangedFact.class.getResourceAsStream(resource))) {
            String text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(text.split("\n\n")).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChangedFact toldBy(String block) {
        Map<String, String> fields = fields(block);
        return new ChangedFact(
                field(fields, "name"),
                field(fields, "ask"),
                field(fields, "old"),
                field(fields, "new"),
                conversation(field(fields, "then"), FIRST, 0),
                conversation(field(fields, "now"), SECOND, 4));
    }

    private static ChangedFact overheardIn(String block) {
        String[] parts = block.split("\n(then|now):\n");
        Map<String, String> fields = fields(parts[0]);
        return new ChangedFact(
                field(fields, "name"),
                field(fields, "ask"),
                field(fields, "old"),
                field(fields, "new"),
                talk(parts[1], FIRST),
                talk(parts[2], SECOND));
    }

    private static Map<String, String> fields(String block) {
        return block.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(sides -> sides[0], sides -> sides[1]));
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static List<ConversationMessage> talk(String lines, OffsetDateTime start) {
        List<ConversationMessage> messages = new ArrayList<>();
        lines.lines()
                .map(line -> line.split(": ", 2))
                .forEach(sides -> messages.add(
                        ConversationMessage.user(sides[0], sides[1]).at(start.plusMinutes(messages.size()))));
        return messages;
    }

    private static List<ConversationMessage> conversation(String said, OffsetDateTime start, int from) {
        List<ConversationMessage> messages = new ArrayList<>();
        messages.add(mara(SMALL_TALK.get(from), start));
        messages.add(ConversationMessage.assistant("Good to hear from you. What is new?")
                .at(start.plusMinutes(1)));
        messages.add(mara(SMALL_TALK.get(from + 1), start.plusMinutes(2)));
        messages.add(mara(said, start.plusMinutes(3)));
        messages.add(ConversationMessage.assistant("I see, thank you for telling me.")
                .at(start.plusMinutes(4)));
        messages.add(mara(SMALL_TALK.get(from + 2), start.plusMinutes(5)));
        messages.add(mara(SMALL_TALK.get(from + 3), start.plusMinutes(6)));
        return messages;
    }

    private static ConversationMessage mara(String text, OffsetDateTime at) {
        return ConversationMessage.user("Mara", text).at(at);
    }
}
