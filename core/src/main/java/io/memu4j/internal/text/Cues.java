package io.memu4j.internal.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code cues.txt}: which words make a sentence worth keeping, as what kind, and under which topic. */
public final class Cues {
    private static final Map<String, List<Row>> BY_LANGUAGE = read();

    /**
     * A row of the table, without its words.
     *
     * @param name what captions call it, or {@code -}
     * @param kind name of the memory type it speaks for, or {@code -}
     * @param topic name of the category it speaks for, or {@code -}
     * @param weight how much it speaks for keeping a sentence
     */
    public record Cue(String name, String kind, String topic, double weight) {}

    private record Row(Cue cue, Phrases words) {}

    private Cues() {}

    /** Returns the rows of which a word is in the text, in the order of the table. */
    public static List<Cue> in(WordTokens tokens, Language language) {
        List<Cue> found = new ArrayList<>();
        for (Row row : BY_LANGUAGE.getOrDefault(language.locale().getLanguage(), List.of())) {
            if (row.words.in(tokens)) {
                found.add(row.cue);
            }
        }
        return found;
    }

    private static Map<String, List<Row>> read() {
        Map<String, List<Row>> rows = new HashMap<>();
        try (InputStream in = Cues.class.getResourceAsStream("cues.txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource cues.txt is missing beside " + Cues.class.getName() + ".");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 6))
                    .forEach(cells -> rows.computeIfAbsent(cells[4], language -> new ArrayList<>())
                            .add(row(cells)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] cells) {
        Cue cue = new Cue(cells[0], cells[1], cells[2], Double.parseDouble(cells[3]));
        return new Row(
                cue,
                new Phrases(Arrays.stream(cells[5].split(","))
                        .map(String::strip)
                        .distinct()
                        .toList()));
    }
}
