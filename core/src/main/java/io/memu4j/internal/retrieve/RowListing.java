package io.memu4j.internal.retrieve;

import io.memu4j.internal.prompt.DataLine;
import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.Terms;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.Category;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that were found as lines of JSON for a model: small numbers or kinds instead of ids, texts cut to a length. */
final class RowListing {
    private static final int LONGEST_TEXT = 400;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private RowListing() {}

    /** A row, and the line without a number that shows it. */
    record Row(String id, DataLine line) {}

    /** The rows of a tier, best first; of a long topic the lines that speak to the question. */
    static List<Row> rows(Tier tier, RetrievedRows found, String question) {
        Stream<Row> rows =
                switch (tier) {
                    case CATEGORIES -> found.categories().stream().map(row -> category(row.value(), question));
                    case ITEMS -> found.items().stream().map(row -> item(row.value()));
                    case RESOURCES -> found.resources().stream().map(row -> resource(row.value()));
                    case PASSAGES -> found.passages().stream().map(row -> passage(row.value()));
                };
        return rows.toList();
    }

    private static Row category(Category category, String question) {
        return new Row(
                category.id(),
                new DataLine()
                        .with("kind", "topic")
                        .with("name", category.name())
                        .with("text", excerpt(category.summary(), question)));
    }

    private static Row item(MemoryItem item) {
        return new Row(
                item.id(),
                new DataLine()
                        .with("kind", "statement")
                        .with("when", item.happenedAt() == null ? null : span(item.happenedAt()))
                        .with("said", item.saidAt() == null ? null : DAY.format(item.saidAt()))
                        .with("who", item.speaker())
                        .with("holds", item.closing() == null ? null : "no longer")
                        .with("text", shortened(item.summary())));
    }

    private static Row resource(Resource resource) {
        return new Row(
                resource.id(),
                new DataLine()
                        .with("kind", "source")
                        .with("is", resource.modality().key())
                        .with("text", resource.caption() == null ? null : shortened(resource.caption())));
    }

    private static Row passage(Passage passage) {
        String when = passage.saidAt() == null ? null : moment(passage.saidAt().toLocalDateTime());
        return new Row(
                passage.id(),
                new DataLine()
                        .with("kind", "passage")
                        .with("when", when)
                        .with("who", passage.speaker())
                        .with("text", shortened(passage.text())));
    }

    /** Writes a moment with its weekday, which models do not reckon well. */
    static String moment(LocalDateTime time) {
        return MOMENT.format(time);
    }

    /** Writes a time as precise as it is known: a moment, a day, or the first and the last day. */
    private static String span(HappenedAt when) {
        if (when.precision() == HappenedAt.Precision.MINUTE) {
            return moment(when.start());
        }
        LocalDateTime last = when.end().minusNanos(1);
        String first = DAY.format(when.start());
        return last.toLocalDate().equals(when.start().toLocalDate()) ? first : first + " to " + DAY.format(last);
    }

    /**
     * Chooses the lines of a summary that share most words with the question, in their order, as many as are shown. A word of most lines says
     * nothing.
     */
    static String excerpt(String summary, String question) {
        if (summary.strip().length() <= LONGEST_TEXT) {
            return summary.strip();
        }
        List<String> lines = summary.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Set<String> asked = words(question).stream()
                .filter(word -> 2
                                * lines.stream()
                                        .filter(line -> words(line).contains(word))
                                        .count()
                        <= lines.size())
                .collect(Collectors.toSet());
        List<String> best = lines.stream()
                .sorted(Comparator.comparingLong((String line) ->
                        -words(line).stream().filter(asked::contains).count()))
                .toList();
        Set<String> chosen = new HashSet<>();
        int length = 0;
        for (String line : best) {
            length += line.length() + 1;
            if (length <= LONGEST_TEXT) {
                chosen.add(line);
            }
        }
        return chosen.isEmpty()
                ? shortened(best.get(0))
                : lines.stream().filter(chosen::contains).collect(Collectors.joining("\n"));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Terms.in(WordTokens.of(text), Language.of(text)));
    }

    private static String shortened(String text) {
        return Texts.truncated(text.strip(), LONGEST_TEXT);
    }
}
