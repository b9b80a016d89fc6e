package io.memu4j.transfer;

import io.memu4j.model.MemoryScope;
import org.jspecify.annotations.Nullable;

/**
 * What to export.
 *
 * @param userId of this user alone, or null for all
 * @param agentId with this agent alone, or null for all
 * @param vectors whether vectors go along; without them the importer's model makes them anew
 * @param copies whether the copies of sources go along
 */
public record ExportOptions(@Nullable String userId, @Nullable String agentId, boolean vectors, boolean copies) {
    /** The whole database. */
    public static ExportOptions all() {
        return new ExportOptions(null, null, true, true);
    }

    /** One user with all agents. */
    public static ExportOptions user(String userId) {
        return new ExportOptions(userId, null, true, true);
    }

    /** One user with one agent. */
    public static ExportOptions scope(MemoryScope scope) {
        return new ExportOptions(scope.userId(), scope.agentId(), true, true);
    }

    public ExportOptions withoutVectors() {
        return new ExportOptions(userId, agentId, false, copies);
    }

    public ExportOptions withoutCopies() {
        return new ExportOptions(userId, agentId, vectors, false);
    }

    public boolean includes(MemoryScope scope) {
        return (userId == null || userId.equals(scope.userId()))
                && (agentId == null || agentId.equals(scope.agentId()));
    }
}
