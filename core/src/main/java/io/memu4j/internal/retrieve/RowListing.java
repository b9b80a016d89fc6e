package io.memu4j.internal.retrieve;

import io.memu4j.internal.prompt.DataLine;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Rows that were found as lines of JSON for a model: small numbers or kinds instead of ids, texts cut to a length. */
final class RowListing {
    private static final int LONGEST_TEXT = 400;

    private RowListing() {}

    /** A row, and the line without a number that shows it. */
    record Row(String id, DataLine line) {}

    /** The rows of a tier, best first. */
    static List<Row> rows(Tier tier, RetrievedRows found) {
        Stream<Row> rows =
                switch (tier) {
                    case CATEGORIES -> found.categories().stream().map(row -> category(row.value()));
                    case ITEMS -> found.items().stream().map(row -> item(row.value()));
                    case RESOURCES -> found.resources().stream().map(row -> resource(row.value()));
                    case PASSAGES -> found.passages().stream().map(row -> passage(row.value()));
                };
        return rows.toList();
    }

    private static Row category(Category category) {
        return new Row(
                category.id(),
                new DataLine()
                        .with("kind", "topic")
                        .with("name", category.name())
                        .with("text", shortened(category.summary())));
    }

    private static Row item(MemoryItem item) {
        String when = item.happenedAt() == null
                ? null
                : item.happenedAt().start().toLocalDate().toString();
        String said = item.saidAt() == null ? null : item.saidAt().toLocalDate().toString();
        return new Row(
                item.id(),
                new DataLine()
                        .with("kind", "statement")
                        .with("when", when)
                        .with("said", said)
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
        String when =
                passage.saidAt() == null ? null : passage.saidAt().toLocalDate().toString();
        return new Row(
                passage.id(),
                new DataLine()
                        .with("kind", "passage")
                        .with("when", when)
                        .with("who", passage.speaker())
                        .with("text", shortened(passage.text())));
    }

    private static String shortened(String text) {
        return Texts.truncated(text.strip(), LONGEST_TEXT);
    }
}
