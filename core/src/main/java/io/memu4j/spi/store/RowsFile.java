package io.memu4j.spi.store;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file holds into which a store copied all its rows.
 *
 * @param fileName of the file
 * @param format {@code sqlite} or {@code h2}: which database the file is
 * @param source kind of the store it was taken from
 * @param schemaVersion of the file
 * @param compatibleFrom the oldest version of code that may use that schema
 * @param rows how many rows each table has, by its name
 */
public record RowsFile(
        String fileName,
        String format,
        String source,
        int schemaVersion,
        int compatibleFrom,
        SortedMap<String, Long> rows) {
    public RowsFile {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** Whether those numbers are the same for every table that was counted; later versions may have more tables. */
    public boolean agreesWith(Map<String, Long> others) {
        return others.entrySet().containsAll(rows.entrySet());
    }
}
