package io.memu4j.importer.memu;

import io.memu4j.internal.value.Texts;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.transfer.DerivedId;
import io.memu4j.spi.transfer.TransferRecord;
import io.memu4j.spi.transfer.TransferSink;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One user with one agent. One use. */
final class ScopeConversion {
    private static final int MAX_NAME = 255;
    private static final Pattern RAW_ANSWER =
            Pattern.compile("(?s)\\s*(```.*|[\\[{].*\"(memories_items|content|categories)\".*|\\{\\s*}|\\[\\s*])");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    private final MemuDatabase memu;
    private final MemoryScope scope;
    private final MemuVectors vectors;
    private final SourceConversion sources;
    private final Losses losses;
    private final Set<String> categories = new HashSet<>();
    private final Map<String, List<String>> links = new HashMap<>();

    ScopeConversion(
            MemuDatabase memu,
            MemoryScope scope,
            MemuVectors vectors,
            SourceFolder folder,
            Map<String, Set<String>> ownersByCopy,
            Losses losses) {
        this.memu = memu;
        this.scope = scope;
        this.vectors = vectors;
        this.sources = new SourceConversion(scope, vectors, folder, ownersByCopy, losses);
        this.losses = losses;
    }

    void sendTo(TransferSink sink) throws SQLException, IOException {
        each("categories", row -> category(row, sink));
        memu.each("resources", scope.userId(), scope.agentId(), row -> sources.send(row, sink));
        each("category_items", this::link);
        Set<String> linked = new HashSet<>(links.keySet());
        each("memory_items", row -> item(row, sink, linked));
        lose(
                "link left out: there is no such item",
                linked.stream()
                        .mapToLong(id -> links.getOrDefault(id, List.of()).size())
                        .sum());
    }

    private void each(String table, MemuDatabase.EachRow row) throws SQLException {
        memu.each(table, scope.userId(), scope.agentId(), row);
    }

    private void category(MemuRow row, TransferSink sink) throws SQLException {
        String id = row.text("id");
        String name = row.text("name");
        if (id == null || name == null) {
            lose("category left out: it has no id or no name", 1);
            return;
        }
        Instant time = time(row, "category");
        if (name.strip().length() > MAX_NAME) {
            lose("name of a category shortened to 255 characters", 1);
        }
        categories.add(id);
        Category category = Category.builder(
                        DerivedId.orKept("memu category", id), Texts.truncated(name.strip(), MAX_NAME), time)
                .description(orEmpty(row.text("description")))
                .summary(orEmpty(row.text("summary")))
                .build();
        sink.accept(0, new TransferRecord.OfCategory(category, vectors.of("categories", id)));
    }

    private void link(MemuRow row) throws SQLException {
        String item = row.text("item_id");
        String category = row.text("category_id");
        if (item == null || category == null || !categories.contains(category)) {
            lose("link left out: there is no such category", 1);
        } else {
            links.computeIfAbsent(item, id -> new ArrayList<>(2)).add(DerivedId.orKept("memu category", category));
        }
    }

    private void item(MemuRow row, TransferSink sink, Set<String> unlinked) throws SQLException {
        String id = row.text("id");
        String summary = row.text("summary");
        if (id == null || summary == null) {
            lose("memory left out: it has no id or no text", 1);
            return;
        }
        unlinked.remove(id);
        if (RAW_ANSWER.matcher(summary).matches()) {
            lose("memory left out: its text is the raw answer of a model", 1);
            return;
        }
        if (summary.length() > MemoryItem.MAX_LENGTH) {
            lose("memory shortened to " + MemoryItem.MAX_LENGTH + " characters", 1);
        }
        Instant time = time(row, "memory");
        String passage = sources.passageOf(row.text("resource_id"));
        if (passage == null) {
            lose("memory kept without its source, which is missing", 1);
        }
        MemoryItem item = MemoryItem.builder(
                        DerivedId.orKept("memu item", id),
                        type(row.text("memory_type")),
                        Texts.truncated(summary, MemoryItem.MAX_LENGTH),
                        time)
                .passageIds(passage == null ? List.of() : List.of(passage))
                .categoryIds(links.getOrDefault(id, List.of()))
                .build();
        sink.accept(0, new TransferRecord.OfItem(item, List.of(), vectors.of("items", id)));
    }

    private MemoryType type(@Nullable String name) {
        String key = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        if (TYPE.matcher(key).matches()) {
            return new MemoryType(key);
        }
        lose("the type of a memory is not known; it was taken as knowledge", 1);
        return MemoryType.KNOWLEDGE;
    }

    private Instant time(MemuRow row, String what) throws SQLException {
        Instant time = row.time("created_at");
        if (time == null) {
            lose("a " + what + " has no readable time; it got the beginning of 1970", 1);
        }
        return time == null ? Instant.EPOCH : time;
    }

    private void lose(String what, long rows) {
        losses.add(scope.userId(), scope.agentId(), what, rows);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
