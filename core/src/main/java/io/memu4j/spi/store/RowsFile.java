package io.memu4j.spi.store;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file of rows holds.
 *
 * @param fileName the name of the file
 * @param format the database that reads the file, {@code sqlite} or {@code h2}
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
     * @param format {@code sqlite} or {@code h2}
     * @param source the kind of the store
     * @param schemaVersion the schema version of the file
     * @param compatibleFrom the oldest compatible schema version
     * @param rows the number of rows by table
     */
    public RowsFile {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /**
     * Compares row counts. Later versions may have more tables, which are ignored.
     *
     * @param others row counts by table
     * @return whether they are equal for every table of this file
     */
    public boolean agreesWith(Map<String, Long> others) {
        return others.entrySet().containsAll(rows.entrySet());
    }
}
