package io.memu4j.admin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What a backup holds.
 *
 * @param folder where it is
 * @param createdAt when it was begun; it holds at least what was committed before
 * @param version the version of memu4j that made it
 * @param database the kind of the database it was taken from
 * @param schemaVersion the schema version of the rows
 * @param rows the number of rows by table
 * @param files the number of copies of sources
 * @param missingFiles the number of copies that rows named and that did not exist when the backup was made
 */
public record BackupReport(
        Path folder,
        Instant createdAt,
        String version,
        String database,
        int schemaVersion,
        SortedMap<String, Long> rows,
        long files,
        long missingFiles) {}
