package io.memu4j.internal.fact;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.Phrases;
import io.memu4j.internal.text.WordTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the table {@code news.txt} finds in a sentence.
 *
 * @param change whether a word tells that something is new, over or different
 * @param things the things that it has words for
 * @param kin words for other people
 */
record NewsWords(boolean change, Set<String> things, Set<String> kin) {
    private static final String CHANGE = "change";
    private static final String KIN = "kin";
    private static final Map<String, Map<String, Phrases>> BY_LANGUAGE = read();

    static NewsWords in(String sentence) {
        WordTokens tokens = WordTokens.of(sentence);
        Map<String, Phrases> rows = BY_LANGUAGE.getOrDefault(
                Language.ofSentence(sentence, Language.of(sentence)).locale().getLanguage(), Map.of());
        Set<String> things = new HashSet<>();
        rows.forEach((thing, words) -> {
            if (words.in(tokens)) {
                things.add(thing);
            }
        });
        boolean change = things.remove(CHANGE);
        Set<String> kin = new TreeSet<>();
        if (things.remove(KIN)) {
            tokens.words().stream().filter(rows.get(KIN)::has).forEach(kin::add);
        }
        return new NewsWords(change, Set.copyOf(things), Set.copyOf(kin));
    }

    private static Map<String, Map<String, Phrases>> read() {
        Map<String, Map<String, Phrases>> rows = new HashMap<>();
        try (InputStream in = NewsWords.class.getResourceAsStream("news.txt")) {
            if (in == null) {
                throw new IllegalStateException("The resource news.txt is missing beside " + NewsWords.class + ".");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 3))
                    .forEach(cells -> rows.computeIfAbsent(cells[1], language -> new LinkedHashMap<>())
                            .put(cells[0], phrases(cells[2])));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phrases phrases(String words) {
        List<String> alternatives =
                Arrays.stream(words.split(",")).map(String::strip).distinct().toList();
        return new Phrases(alternatives);
    }
}
