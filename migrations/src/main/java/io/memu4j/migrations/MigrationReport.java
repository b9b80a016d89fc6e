package io.memu4j.migrations;

import java.util.List;

/**
 * What a migration did.
 *
 * @param before the schema version found; 0 for none
 * @param after the schema version now
 * @param applied ids of the change sets that this call ran, or found executed and recorded, in order; empty if nothing was pending; not
 *     modifiable
 */
public record MigrationReport(int before, int after, List<String> applied) {
    /**
     * Copies the list.
     *
     * @param before the schema version found
     * @param after the schema version now
     * @param applied ids of change sets
     */
    public MigrationReport {
        applied = List.copyOf(applied);
    }
}
