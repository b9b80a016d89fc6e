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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the table {@code news.txt} finds in a sentence.
 *
 * @param change whether a word tells that something is new, over or different
 * @param things the things that it has words for
 * @param kin words for other people
 * @param names words with a capital, and words in katakana
 */
record NewsWords(boolean change, Set<String> things, Set<String> kin, Set<String> names) {
    private static final String CHANGE = "change";
    private static final String KIN = "kin";
    /** Other people among the first words are whom a sentence is about: "my little sister moved". */
    private static final int SUBJECT = 4;

    /** A plural, such as "nights", is looked up in the singular too. */
    private static final Pattern PLURAL = Pattern.compile("\\b(\\p{L}{3,})(?<!s)s\\b");

    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}'’-])\\p{Lu}\\p{L}+|[\\p{IsKatakana}ー]{2,}");
    private static final Map<String, Map<String, Phrases>> BY_LANGUAGE = read();

    /** Looks words up in the rows of English, or of all other languages: short sentences of those are hard to tell apart. */
    static NewsWords in(String sentence) {
        return in(sentence, Language.of(sentence).isEnglish());
    }

    /** Looks words up in all rows: a question is short, and may be of another language than the answer. */
    static NewsWords inQuestion(String question) {
        NewsWords words = in(question, true);
        Set<String> things = new HashSet<>(words.things);
        things.addAll(in(question, false).things);
        return new NewsWords(words.change, Set.copyOf(things), words.kin, words.names);
    }

    private static NewsWords in(String sentence, boolean english) {
        WordTokens tokens = WordTokens.of(english ? PLURAL.matcher(sentence).replaceAll("$1 $0") : sentence);
        Set<String> things = new HashSet<>();
        Set<String> kin = new TreeSet<>();
        BY_LANGUAGE.forEach((language, rows) -> {
            if (english == language.equals("en")) {
                rows.forEach((thing, words) -> {
                    if (words.in(tokens)) {
                        things.add(thing);
                    }
                });
                Phrases persons = rows.get(KIN);
                tokens.words().stream()
                        .limit(SUBJECT)
                        .filter(word -> persons != null && persons.has(word))
                        .forEach(kin::add);
            }
        });
        boolean change = things.remove(CHANGE);
        things.remove(KIN);
        return new NewsWords(change, Set.copyOf(things), Set.copyOf(kin), names(sentence));
    }

    /** Returns words with a capital, and words in katakana. */
    private static Set<String> names(String sentence) {
        Set<String> names = new HashSet<>();
        Matcher found = NAME.matcher(sentence);
        while (found.find()) {
            String name = found.group();
            if (name.length() > 1 && !Language.ENGLISH.isStopWord(name.toLowerCase(Locale.ROOT))) {
                names.add(name);
            }
        }
        return Set.copyOf(names);
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
