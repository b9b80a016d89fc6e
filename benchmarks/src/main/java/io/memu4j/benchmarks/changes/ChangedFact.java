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
import org.jspecify.annotations.Nullable;

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

    private static final Map<String, List<String>> SMALL_TALK = Map.of(
            "de", List.of("Hallo, wie war deine Woche?", "Gestern habe ich Suppe gekocht.", "Es regnet seit Stunden."),
            "fr", List.of("Salut, ça va ?", "Hier, j'ai fait une soupe.", "Il pleut depuis des heures."),
            "es", List.of("Hola, ¿qué tal la semana?", "Ayer hice una sopa.", "Llueve desde hace horas."),
            "it", List.of("Ciao, come va la settimana?", "Ieri ho fatto una zuppa.", "Piove da ore."),
            "pt", List.of("Olá, como foi a semana?", "Ontem fiz uma sopa.", "Chove há horas."),
            "zh", List.of("你好，这周怎么样？", "昨天我煮了汤。", "雨下了几个小时了。"),
            "ja", List.of("こんにちは、今週はどうでしたか？", "昨日スープを作りました。", "何時間も雨が降っています。"));

    private static final List<String> ENGLISH = List.of(
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

    /** Reads changes in wordings that were new to the tables when they were first measured. */
    static List<ChangedFact> unseen(String resource) {
        return blocks(resource).map(ChangedFact::toldBy).toList();
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
                conversation(field(fields, "then"), FIRST, smallTalk(fields.get("lang"), 0)),
                conversation(field(fields, "now"), SECOND, smallTalk(fields.get("lang"), 4)));
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

    private static List<String> smallTalk(@Nullable String language, int from) {
        return language == null ? ENGLISH.subList(from, from + 4) : Objects.requireNonNull(SMALL_TALK.get(language));
    }

    private static List<ConversationMessage> conversation(String said, OffsetDateTime start, List<String> around) {
        List<ConversationMessage> messages = new ArrayList<>();
        messages.add(mara(around.get(0), start));
        messages.add(ConversationMessage.assistant("Good to hear from you. What is new?")
                .at(start.plusMinutes(1)));
        messages.add(mara(around.get(1), start.plusMinutes(2)));
        messages.add(mara(said, start.plusMinutes(3)));
        messages.add(ConversationMessage.assistant("I see, thank you for telling me.")
                .at(start.plusMinutes(4)));
        around.stream().skip(2).forEach(text -> messages.add(mara(text, start.plusMinutes(messages.size()))));
        return messages;
    }

    private static ConversationMessage mara(String text, OffsetDateTime at) {
        return ConversationMessage.user("Mara", text).at(at);
    }
}
