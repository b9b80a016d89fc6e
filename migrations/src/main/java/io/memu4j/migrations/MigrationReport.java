package io.memu4j.migrations;

import java.util.List;

/**
 * What a migration did.
 *
 * @param before the schema version found, 0 for none
 * @param after the schema version now
 * @param applied ids of the change sets that this call ran, or found done and recorded, in order; empty when nothing was pending
 */
public record MigrationReport(int before, int after, List<String> applied) {
    public MigrationReport {
        applied = List.copyOf(applied);
    }
}
