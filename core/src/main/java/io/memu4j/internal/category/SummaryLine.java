package io.memu4j.internal.category;

import io.memu4j.internal.text.Cues;
import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.TimeBound;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A bullet of a summary.
 *
 * @param text without the bullet
 * @param reinforcements how often it was stated, as far as known
 */
record SummaryLine(String text, int reinforcements) {
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+•]|\\d+[.)])\\s+");
    private static final Pattern DATE = Pattern.compile(
            " \\((?:the week of )?(?:\\d{1,2} )?(?:\\p{L}+ )?(?:\\d{4} )?(?:(?:to|and) (?:\\d{1,2} )?(?:\\p{L}+ )?)?\\d{4}(?:, \\d\\d:\\d\\d)?\\)$");
    private static final Pattern UNTIL = Pattern.compile("^until (?:\\d{1,2} )?(?:\\p{L}+ )?\\d{1,6}: ");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ENGLISH);
    private static final double SAME = 0.85;
    private static final int MOST_REINFORCED = 3;
    private static final double MOST_OF_CUES = 4;

    /** The bullet of an item, with its date where the item's words do not name it. */
    static SummaryLine of(MemoryItem item) {
        String statement = item.attributed().replaceAll("\\s+", " ").strip();
        HappenedAt when = item.happenedAt();
        if (when == null || names(statement, when)) {
            return new SummaryLine(statement, item.reinforcements());
        }
        return new SummaryLine(statement + " (" + when.inEnglish() + ")", item.reinforcements());
    }

    /** The bullet of an item that held until some time. */
    static SummaryLine ended(MemoryItem item, TimeBound until) {
        SummaryLine line = of(item);
        return new SummaryLine("until " + day(until) + ": " + line.text(), line.reinforcements());
    }

    /** Returns a moment as a date, as precisely as it is known. */
    static String day(TimeBound moment) {
        DateTimeFormatter format =
                switch (moment.precision()) {
                    case MINUTE, DAY, WEEK -> DAY;
                    case MONTH, SEASON -> MONTH;
                    case YEAR -> YEAR;
                };
        return format.format(moment.at());
    }

    /** Returns whether it is the bullet of an item that holds no longer. */
    boolean isEnded() {
        return UNTIL.matcher(text).find();
    }

    private static boolean names(String statement, HappenedAt when) {
        return statement.contains(String.valueOf(when.start().getYear()))
                && statement.contains(String.valueOf(when.end().minusNanos(1).getYear()));
    }

    /** The lines of a summary, whoever wrote it; headings and blank lines are left out. */
    static List<SummaryLine> in(String summary) {
        return summary.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> new SummaryLine(BULLET.matcher(line).replaceFirst(""), 1))
                .toList();
    }

    static boolean isBullet(String line) {
        return BULLET.matcher(line).find();
    }

    static String joined(List<SummaryLine> lines) {
        return lines.stream().map(line -> "- " + line.text()).collect(Collectors.joining("\n"));
    }

    /** Whether it is the bullet of {@code item}, on whatever day the item was said last. */
    boolean says(MemoryItem item) {
        String said = statement();
        String speaker = item.speaker();
        return said.equals(of(item).statement())
                || (speaker != null
                        && said.startsWith(Texts.normalized(speaker) + ",")
                        && said.endsWith(": " + Texts.normalized(item.summary())));
    }

    /** How much it tells: what was said more than once, and then what the rows of {@code cues.txt} speak for. */
    double worth() {
        double cues = Cues.in(WordTokens.of(text), Language.ofSentence(text, Language.ENGLISH)).stream()
                .mapToDouble(Cues.Cue::weight)
                .sum();
        return Math.min(MOST_REINFORCED, reinforcements) * MOST_OF_CUES + Math.floor(Math.min(MOST_OF_CUES, cues));
    }

    /** Whether it is the bullet of {@code item} and names its date. */
    boolean saysWithDate(MemoryItem item) {
        String bullet = of(item).text();
        return DATE.matcher(bullet).find() && Texts.normalized(text).equals(Texts.normalized(bullet));
    }

    /** Whether both say the same, or nearly. */
    boolean repeats(SummaryLine other) {
        if (statement().equals(other.statement())) {
            return true;
        }
        Set<String> mine = tokens();
        Set<String> others = other.tokens();
        int larger = Math.max(mine.size(), others.size());
        mine.retainAll(others);
        return larger > 3 && mine.size() >= SAME * larger;
    }

    /** Words as counted for the length of a summary. */
    int words() {
        return WordCount.of(text);
    }

    SummaryLine shortened(int mostWords) {
        String[] words = text.split("\\s+");
        String start = words.length > mostWords ? String.join(" ", Arrays.copyOf(words, mostWords)) : text;
        return new SummaryLine(start.equals(text) ? Texts.truncated(text, mostWords) : start + "…", reinforcements);
    }

    private String statement() {
        return Texts.normalized(
                DATE.matcher(UNTIL.matcher(text).replaceFirst("")).replaceFirst(""));
    }

    private Set<String> tokens() {
        return new HashSet<>(Arrays.asList(statement().split("[^\\p{L}\\p{N}]+")));
    }
}
