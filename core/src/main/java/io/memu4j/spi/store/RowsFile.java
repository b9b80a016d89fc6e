package io.memu4j.spi.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file of rows holds.
 *
 * @param fileName the name of the file
 * @param format how the rows are written, {@code jsonl}
 * @param source the kind of the store it was taken from
 * @param schemaVersion the schema version of the file
 * @param compatibleFrom the oldest schema version whose code may use the file
 * @param rows the number of rows by table; not modifiable
 */
public record RowsFile(
        String fileName,
        String format,
        String source,
        int schemaVersion,
        int compatibleFrom,
        SortedMap<String, Long> rows) {
    /**
     * Copies the map.
     *
     * @param fileName the name of the file
     * @param format how the rows are written
     * @param source the kind of the store
     * @param schemaVersion the schema version of the file
     * @param compatibleFrom the oldest compatible schema version
     * @param rows the number of rows by table
     */
    public RowsFile {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }
}
