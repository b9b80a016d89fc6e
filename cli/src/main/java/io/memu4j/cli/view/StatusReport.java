package io.memu4j.cli.view;

import io.memu4j.admin.MemoryAdmin.Health;
import io.memu4j.admin.SearchStatistics;
import io.memu4j.migrations.MigrationStatus;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a database and of one memory in it.
 *
 * @param database its address
 * @param health null while the schema does not fit
 * @param counts null while the schema does not fit
 * @param space the embedding model of the memory's vectors, or null while it has none
 * @param search what search keeps in the heap of this process, or null while the schema does not fit
 */
public record StatusReport(
        String database,
        MigrationStatus schema,
        MemoryScope scope,
        @Nullable Health health,
        @Nullable Counts counts,
        @Nullable String space,
        @Nullable SearchStatistics search) {

    public Map<String, ?> json() {
        return Json.object(
                "database",
                database,
                "store",
                health == null ? null : health.store().store(),
                "schema_version",
                schema.found(),
                "schema_expected",
                schema.expected(),
                "schema_up_to_date",
                schema.upToDate(),
                "user",
                scope.userId(),
                "agent",
                scope.agentId(),
                "counts",
                counts == null ? null : json(counts),
                "embedding_space",
                space,
                "embedding_model",
                health == null ? null : model(health),
                "search_cache",
                search == null ? null : json(search),
                "up",
                health != null && health.isUp(),
                "problem",
                health == null ? schemaLine() : health.store().problem());
    }

    public String text() {
        StringBuilder text = new StringBuilder("Database   " + database);
        if (health != null) {
            text.append(" (").append(health.store().store()).append(')');
        }
        text.append("\nSchema     ").append(schemaLine());
        text.append("\nMemory     user '")
                .append(scope.userId())
                .append("', agent '")
                .append(scope.agentId())
                .append("': ");
        text.append(counts == null ? "nothing yet" : sentence(counts));
        text.append("\nVectors    ").append(space == null ? "none yet" : "of " + space);
        if (search != null) {
            text.append("\nSearch     ").append(sentence(search));
        }
        if (health != null) {
            text.append("\nHealth     ")
                    .append(health.isUp() ? "up" : "down: " + health.store().problem());
        }
        return text.toString();
    }

    private String schemaLine() {
        if (schema.upToDate()) {
            return "version " + schema.found() + ", up to date";
        }
        if (schema.newer()) {
            return "version " + schema.found() + ", newer than the " + schema.expected() + " this program knows";
        }
        return schema.found() == 0
                ? "none yet; 'memu migrate' creates it"
                : "version " + schema.found() + ", " + schema.pending().size()
                        + " change sets pending: run 'memu migrate'";
    }

    /** The whole space where it is known without asking the model for it. */
    private static @Nullable String model(Health health) {
        return health.space() == null ? health.embeddingModel() : health.space().key();
    }

    private static Map<String, ?> json(Counts counts) {
        return Json.object(
                "resources", counts.resources(),
                "passages", counts.passages(),
                "items", counts.items(),
                "categories", counts.categories());
    }

    private static Map<String, ?> json(SearchStatistics search) {
        return Json.object(
                "scopes", search.scopes(),
                "bytes", search.bytes(),
                "capacity_bytes", search.capacityBytes(),
                "hits", search.hits(),
                "misses", search.misses(),
                "loads", search.loads(),
                "catch_ups", search.catchUps(),
                "evictions", search.evictions());
    }

    private static String sentence(SearchStatistics search) {
        return "up to " + (search.capacityBytes() >> 20) + " MB of indexes in the heap, " + search.scopes()
                + " scopes loaded by this process";
    }

    private static String sentence(Counts counts) {
        return counts.resources() + " resources, " + counts.passages() + " passages, " + counts.items() + " items, "
                + counts.categories() + " categories";
    }
}
