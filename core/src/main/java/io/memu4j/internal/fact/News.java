package io.memu4j.internal.fact;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.Terms;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.model.MemoryItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Puts a statement that tells of a change before the older one of the same speaker that it seems to be about. This closes nothing: where
 * no row of the table knows the change, both hold, and the order of an answer is all that is decided here. Thread-safe.
 */
public final class News {
    /** How far behind the older statement the newer one may stand. */
    private static final int WINDOW = 4;
    /** Words that begin alike count as one. */
    private static final int STEM = 5;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Map<String, Pattern> CUES = Map.of(
            "en",
            Pattern.compile(
                    "\\b(?:now|no longer|any ?more|instead|switch(?:ed|ing)|changed|moved|pushed|postponed|rescheduled|cancell?ed"
                            + "|called (?:it )?off|decided (?:against|not to)|g[ai]ven? (?:it |them )?up|stopped|quit|dropped"
                            + "|(?:gone|went) (?:up|down)|renamed|rewriting|raised|lowered|closed|swapped|no more|(?:a|my|our|the) new|sorry|correction|actually|turns out|after all"
                            + "|replaced|sold|(?:broke|split) up|from (?:now|(?:this|next) \\w+) on|these days|meanwhile)\\b",
                    FLAGS),
            "de",
            Pattern.compile(
                    "\\b(?:jetzt|nun|nicht mehr|kein\\w* \\w+ mehr|statt|stattdessen|gewechselt|umgestiegen|(?:um)?gezogen|verschoben"
                            + "|verlegt|abgesagt|doch nicht|aufgehört|aufgegeben|gekündigt|neue[nmrs]?|inzwischen|mittlerweile|verkauft"
                            + "|getrennt|gestiegen|umbenannt|entschuldige|korrektur|dagegen entschieden|fällt aus)\\b",
                    FLAGS));

    private News() {}

    /**
     * Orders rows that are ranked for a question.
     *
     * @param item returns the statement of a row
     * @return the same rows
     */
    public static <T> List<T> first(String question, List<T> ranked, Function<T, MemoryItem> item) {
        Set<String> asked = stems(question);
        List<T> rows = new ArrayList<>(ranked);
        for (int at = 0; at < rows.size(); at++) {
            for (int next = at + 1; next < rows.size() && next <= at + WINDOW; next++) {
                if (isNewsOf(item.apply(rows.get(next)), item.apply(rows.get(at)), asked)) {
                    rows.add(at, rows.remove(next));
                    break;
                }
            }
        }
        return rows;
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

    private static boolean isNewsOf(MemoryItem newer, MemoryItem older, Set<String> asked) {
        String speaker = newer.speaker();
        if (speaker == null
                || !speaker.equalsIgnoreCase(older.speaker())
                || newer.closing() != null
                || older.closing() != null
                || !newer.saidOrCreatedAt().isAfter(older.saidOrCreatedAt())
                || !tellsOfChange(newer.summary())) {
            return false;
        }
        Set<String> common = stems(older.summary());
        Set<String> wanted = new HashSet<>(common);
        wanted.retainAll(asked);
        Set<String> words = stems(newer.summary());
        common.retainAll(words);
        int wantedOfOlder = wanted.size();
        wanted.retainAll(words);
        return !common.isEmpty() && 2 * wanted.size() >= wantedOfOlder;
    }

    private static boolean tellsOfChange(String statement) {
        Pattern cues = CUES.get(Language.of(statement).locale().getLanguage());
        return cues != null
                && !statement.endsWith("?")
                && cues.matcher(statement).find();
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (String term : Terms.in(WordTokens.of(text), Language.of(text))) {
            stems.add(term.length() > STEM ? term.substring(0, STEM) : term);
        }
        return stems;
    }
}
