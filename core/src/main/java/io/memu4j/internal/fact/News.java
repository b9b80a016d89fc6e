package io.memu4j.internal.fact;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.Terms;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.model.MemoryItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts a statement that tells of a change before the older one of the same speaker that it seems to be about. This closes nothing: where
 * no row of the table knows the change, both hold, and the order of an answer is all that is decided here. Thread-safe.
 */
public final class News {
    /** How far behind the older statement the newer one may stand. */
    private static final int WINDOW = 4;
    /** Words that begin alike count as one. */
    private static final int STEM = 5;

    private static final int SEVERAL = 2;

    private News() {}

    /** A sentence, as far as it counts here. */
    private record Words(Set<String> stems, NewsWords news) {
        static Words of(String sentence) {
            return new Words(stemsOf(sentence), NewsWords.in(sentence));
        }
    }

    /**
     * Orders rows that are ranked for a question.
     *
     * @param item returns the statement of a row
     * @return the same rows
     */
    public static <T> List<T> first(String question, List<T> ranked, Function<T, MemoryItem> item) {
        Words asked = new Words(stemsOf(question), NewsWords.inQuestion(question));
        Map<T, Words> words = new HashMap<>();
        ranked.forEach(row -> words.put(row, Words.of(item.apply(row).summary())));
        List<T> rows = new ArrayList<>(ranked);
        for (int at = 0; at < rows.size(); at++) {
            T older = rows.get(at);
            for (int next = at + 1; next < rows.size() && next <= at + WINDOW; next++) {
                T newer = rows.get(next);
                if (mayBeNewsOf(item.apply(newer), item.apply(older))
                        && isNewsOf(words(words, newer), words(words, older), asked)) {
                    rows.add(at, rows.remove(next));
                    break;
                }
            }
        }
        return rows;
    }

    private static <T> Words words(Map<T, Words> words, T row) {
        return Objects.requireNonNull(words.get(row));
    }

    /**
     * Orders rows for a question about an earlier time: what was said of a change afterwards comes last.
     *
     * @param item returns the statement of a row
     * @return the same rows
     */
    public static <T> List<T> last(Instant time, List<T> ranked, Function<T, MemoryItem> item) {
        List<T> rows = new ArrayList<>();
        List<T> news = new ArrayList<>();
        for (T row : ranked) {
            MemoryItem statement = item.apply(row);
            boolean later = statement.saidOrCreatedAt().isAfter(time)
                    && statement.holds().from() == null;
            (later && statement.speaker() != null && tellsOfChange(statement.summary()) ? news : rows).add(row);
        }
        rows.addAll(news);
        return rows;
    }

    /** Returns whether a sentence tells of a change of a thing that people have one of. */
    static boolean isIn(String sentence) {
        NewsWords words = NewsWords.in(sentence);
        return words.change() && !words.things().isEmpty();
    }

    private static boolean mayBeNewsOf(MemoryItem newer, MemoryItem older) {
        String speaker = newer.speaker();
        return speaker != null
                && speaker.equalsIgnoreCase(older.speaker())
                && newer.closing() == null
                && older.closing() == null
                && newer.saidOrCreatedAt().isAfter(older.saidOrCreatedAt())
                && !newer.summary().endsWith("?");
    }

    private static boolean isNewsOf(Words newer, Words older, Words asked) {
        Set<String> things = common(common(newer.news.things(), older.news.things()), asked.news.things());
        if (!things.isEmpty()) {
            Set<String> others = new HashSet<>(newer.news.kin());
            others.removeAll(older.news.kin());
            others.removeAll(asked.news.kin());
            return others.isEmpty() || things.contains("partner");
        }
        return newer.news.change() && isAboutSame(newer, older, asked);
    }

    /** Returns whether a change seems to be about the older statement: by a name, by several words, or by the words that the question has. */
    private static boolean isAboutSame(Words newer, Words older, Words asked) {
        Set<String> names = common(newer.news.names(), older.news.names());
        names.removeAll(asked.news.names());
        Set<String> common = common(newer.stems, older.stems);
        Set<String> wanted = common(older.stems, asked.stems);
        return !names.isEmpty()
                || common.size() >= SEVERAL
                || (!common.isEmpty() && 2 * common(wanted, newer.stems).size() >= wanted.size());
    }

    private static boolean tellsOfChange(String statement) {
        return !statement.endsWith("?") && NewsWords.in(statement).change();
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }

    private static Set<String> stemsOf(String text) {
        Set<String> stems = new HashSet<>();
        for (String term : Terms.in(WordTokens.of(text), Language.of(text))) {
            stems.add(term.length() > STEM ? term.substring(0, STEM) : term);
        }
        return stems;
    }
}
