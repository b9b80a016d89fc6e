package io.memu4j.internal.understand.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.internal.understand.Statement;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms in which weaker models answer: whatever can be read is read, and nothing is made up of what cannot. */
class WeakAnswersTest {
    private static final List<String> LINES = List.of(
            "Morning, how are things?",
            "I repair violins in a small workshop near the harbour.",
            "Next Saturday my nephew Oskar turns nine.",
            "Nice.",
            "I go swimming before work every Tuesday.");
    private static final List<String> FACTS = List.of(
            "Runa repairs violins in a small workshop near the harbour.",
            "Runa's nephew Oskar turns nine next Saturday.",
            "Runa goes swimming before work every Tuesday.");

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void is_read(String form, String answer) {
        List<Statement> read = read(answer);

        assertThat(read).extracting(Statement::text).containsExactlyInAnyOrderElementsOf(FACTS);
        assertThat(read).allSatisfy(statement -> assertThat(statement.passageIds())
                .containsExactly("p" + List.of(1, 2, 4).get(FACTS.indexOf(statement.text()))));
    }

    static Stream<Arguments> forms() {
        String a = FACTS.get(0);
        String b = FACTS.get(1);
        String c = FACTS.get(2);
        List<Arguments> forms = new ArrayList<>();
        add(
                forms,
                "prose and a code fence",
                "Here you are:\n```json\n" + json("2", "3", "5") + "\n```\nAnything else?");
        add(forms, "closed thoughts", "<think>The {\"items\": []} form.</think>" + json("2", "3", "5"));
        add(forms, "thoughts that are never closed", "<think>Let me see.\n" + json("2", "3", "5"));
        add(forms, "thoughts without a beginning", "Let me see.</think>" + json("2", "3", "5"));
        add(forms, "numbers as texts", json("\"2\"", "\"3\"", "\"5\""));
        add(forms, "numbers with a point", json("2.0", "3.0", "5.0"));
        add(forms, "numbers with a letter", json("\"n2\"", "\"n3\"", "\"n5\""));
        add(forms, "numbers in brackets", json("\"[2]\"", "\"[3]\"", "\"[5]\""));
        add(forms, "numbers as objects", json("{\"n\": 2}", "{\"n\": 3}", "{\"n\": 5}"));
        add(forms, "numbers in words", json("\"line 2\"", "\"line 3\"", "\"line 5\""));
        add(forms, "numbers out of range", json("12", "13", "15"));
        add(
                forms,
                "counted from nought",
                json("1", "2", "4")
                        .replace("]}]", "]}, " + line("event", "Morning greetings.", 0) + "]")
                        .replace("Morning greetings.", "\\u0009"));
        add(forms, "numbers under n", json("2", "3", "5").replace("passages", "n"));
        add(forms, "numbers under lines", json("2", "3", "5").replace("passages", "lines"));
        add(forms, "no numbers at all", json("2", "3", "5").replaceAll(", \"passages\": \\[\\d\\]", ""));
        add(
                forms,
                "types of its own",
                json("2", "3", "5").replace("profile", "fact").replace("event", "goal"));
        add(
                forms,
                "types in German",
                json("2", "3", "5").replace("profile", "Profil").replace("event", "Ereignis"));
        add(forms, "no types", json("2", "3", "5").replaceAll("\"type\": \"[a-z]+\", ", ""));
        add(forms, "several types in a text", json("2", "3", "5").replace("\"profile\"", "\"profile, event\""));
        add(forms, "types in a list", json("2", "3", "5").replace("\"profile\"", "[\"profile\"]"));
        add(forms, "typographic quotes", json("2", "3", "5").replaceAll("\"([^\"]*)\"", "\u201c$1\u201d"));
        add(forms, "German quotes", json("2", "3", "5").replaceAll("\"([^\"]*)\"", "\u201e$1\u201c"));
        add(
                forms,
                "full-width marks",
                json("2", "3", "5").replace(": ", "\uff1a").replace(", \"", "\uff0c\""));
        add(
                forms,
                "words of Python",
                json("2", "3", "5").replace("null", "None").replace('"', '\''));
        add(
                forms,
                "an apostrophe in single quotes",
                "{'caption': None, 'items': "
                        + json("2", "3", "5")
                                .replaceAll("(?s)^.*\"items\": ", "")
                                .replaceAll("\"(type|content|passages|profile|event|behavior)\"", "'$1'")
                                .replace("\"", "'"));
        add(forms, "trailing commas and comments", json("2", "3", "5").replace("]}]}", "],} // noted\n]}"));
        add(
                forms,
                "one object a line",
                line("profile", a, 2) + "\n" + line("event", b, 3) + "\n" + line("behavior", c, 5));
        add(
                forms,
                "arguments of a tool call",
                "{\"name\": \"note\", \"arguments\": " + quoted(json("2", "3", "5")) + "}");
        add(forms, "tool call as an object", "{\"name\": \"note\", \"arguments\": " + json("2", "3", "5") + "}");
        add(
                forms,
                "text of a tool call",
                "<tool_call>{\"name\": \"note\", \"arguments\": " + json("2", "3", "5") + "}</tool_call>");
        add(
                forms,
                "sentences with numbers",
                "{\"items\": [" + quoted(a + " (2)") + ", " + quoted(b + " [3]") + ", " + quoted(c + " (line 5)")
                        + "]}");
        add(forms, "sentences alone", "{\"items\": [" + quoted(a) + ", " + quoted(b) + ", " + quoted(c) + "]}");
        add(
                forms,
                "lists by type",
                "{\"profile\": [{\"content\": " + quoted(a) + ", \"passages\": [2]}], \"event\": [{\"content\": "
                        + quoted(b) + ", \"passages\": [3]}], \"behavior\": [" + quoted(c + " [5]") + "]}");
        add(
                forms,
                "lists by type within items",
                "{\"items\": {\"profile\": [" + quoted(a + " [2]") + "], \"event\": [" + quoted(b + " [3]")
                        + "], \"behavior\": [" + quoted(c + " [5]") + "]}}");
        add(
                forms,
                "a list without a name",
                "[" + line("profile", a, 2) + "," + line("event", b, 3) + "," + line("behavior", c, 5) + "]");
        add(forms, "XML", xml("profile", a, 2) + xml("event", b, 3) + xml("behavior", c, 5));
        add(
                forms,
                "XML with a root and attributes",
                "<memory><items>" + xml("profile", a, 2).replace("<item>", "<item id=\"1\">") + xml("event", b, 3)
                        + xml("behavior", c, 5) + "</items></memory>");
        add(
                forms,
                "a table",
                "| type | content | passages |\n|---|---|---|\n| profile | " + a + " | 2 |\n| event | " + b
                        + " | 3 |\n| behavior | " + c + " | 5 |");
        add(
                forms,
                "bullets",
                "I noted:\n- [profile] " + a + " (2)\n- [event] " + b + " (3)\n- [behavior] " + c + " (5)");
        add(forms, "numbered sentences", "1. " + a + " [2]\n2. " + b + " [3]\n3. " + c + " [5]");
        add(
                forms,
                "bullets by kind",
                "* **profile**: " + a + " (n2)\n* **event**: " + b + " (n3)\n* **behavior**: " + c + " (n5)");
        add(
                forms,
                "names in Markdown",
                Stream.of(a + "|2", b + "|3", c + "|5")
                        .map(s -> "**type**: profile\n**content**: " + s.replace("|", "\n**passages**: "))
                        .reduce("", (x, y) -> x + "\n\n" + y));
        add(
                forms,
                "names in bullets",
                Stream.of(a + "|2", b + "|3", c + "|5")
                        .map(s -> "- content: " + s.replace("|", "; type: event; passages: "))
                        .reduce("", (x, y) -> x + "\n" + y));
        add(
                forms,
                "other names",
                json("2", "3", "5").replace("items", "memories").replace("content", "fact"));
        add(
                forms,
                "upper case",
                json("2", "3", "5").replace("profile", "PROFILE").replace("event", "Events"));
        add(forms, "cited off by one", json("3", "4", "4"));
        return forms.stream();
    }

    @Test
    void quotes_within_a_text_that_nobody_escaped_are_kept() {
        String answer =
                "{\"items\": [{\"type\": \"profile\", \"content\": \"Runa calls her workshop \"The Bridge\" and repairs violins.\","
                        + " \"passages\": [2]}, " + line("event", FACTS.get(1), 3) + "]}";

        assertThat(read(answer))
                .extracting(Statement::text)
                .containsExactly("Runa calls her workshop \"The Bridge\" and repairs violins.", FACTS.get(1));
    }

    @Test
    void a_range_of_lines_is_all_of_them() {
        assertThat(read(json("\"2-3\"", "3", "5")).get(0).passageIds()).containsExactly("p1", "p2");
    }

    @Test
    void a_label_of_another_list_becomes_the_nearest_type() {
        List<Statement> read =
                read(json("2", "3", "5").replace("profile", "opinion").replace("event", "plans"));

        assertThat(read)
                .extracting(Statement::type)
                .containsExactly(MemoryType.PROFILE, MemoryType.EVENT, MemoryType.BEHAVIOR);
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void nothing_is_made_up_of_an_answer_without_facts(String answer) {
        assertThat(read(answer)).isEmpty();
    }

    static Stream<String> nothing() {
        return Stream.of(
                "",
                "I'm sorry, but I cannot help with that.",
                "- I cannot do that.\n- Please ask something else.",
                "{\"caption\": TEXT or null, \"items\": [{\"type\": TYPE, \"content\": TEXT, \"passages\": [n, ...]}, ...]}",
                "<think>I wonder what to note",
                "{\"items\": [{\"type\": \"profile\", \"content\": \"Somebody won the lottery in Lisbon.\", \"passages\": []}]}",
                "{\"items\": [{\"type\": \"profile\", \"content\": \"Mia cannot play chess.\", \"passages\": [2]}]}",
                "Note: there is nothing worth noting here, 2 of 5 lines are greetings.");
    }

    @Test
    void what_does_not_count_is_told() {
        String answer = "{\"items\": [" + line("profile", FACTS.get(0), 2)
                + ", {\"type\": \"event\", \"content\": \"Somebody won the lottery in Lisbon.\"}]}";

        Extraction read = new ExtractionReader(new Vocabulary(MemorizeConfig.DEFAULT), "Mia cannot play chess.")
                .read(answer, passages());

        assertThat(read).isInstanceOfSatisfying(Extraction.Found.class, found -> assertThat(found.leftOut())
                .isEqualTo("1 without the number of a line that says it, from 1 to 5"));
    }

    private static void add(List<Arguments> forms, String name, String answer) {
        forms.add(Arguments.of(name, answer));
    }

    private static String json(String first, String second, String third) {
        return "{\"caption\": null, \"items\": [" + entry("profile", FACTS.get(0), first) + ", "
                + entry("event", FACTS.get(1), second) + ", "
                + entry("behavior", FACTS.get(2), third) + "]}";
    }

    private static String entry(String type, String content, String numbers) {
        return "{\"type\": \"" + type + "\", \"content\": " + quoted(content) + ", \"passages\": [" + numbers + "]}";
    }

    private static String line(String type, String content, int number) {
        return entry(type, content, String.valueOf(number));
    }

    private static String xml(String type, String content, int number) {
        return "<item><type>" + type + "</type><content>" + content + "</content><passages>" + number
                + "</passages></item>\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static List<Statement> read(String answer) {
        Extraction read = new ExtractionReader(new Vocabulary(MemorizeConfig.DEFAULT), "Mia cannot play chess.")
                .read(answer, passages());
        return read instanceof Extraction.Found found
                ? found.statements()
                : read instanceof Extraction.Partial partial ? partial.statements() : List.of();
    }

    private static List<Passage> passages() {
        return IntStream.range(0, LINES.size())
                .mapToObj(i -> Passage.builder("p" + i, "r", i, LINES.get(i), Instant.EPOCH)
                        .speaker("Runa")
                        .build())
                .toList();
    }
}
