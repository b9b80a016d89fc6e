package io.memu4j.admin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What a backup holds.
 *
 * @param folder where it is
 * @param createdAt when it was begun: it holds at least what was acknowledged before
 * @param version of the product that made it
 * @param database kind of the database it was taken from
 * @param schemaVersion of the database
 * @param rows how many rows each table has, by its name
 * @param files how many copies of sources
 * @param missingFiles how many copies were named by the database and did not exist when the backup was made
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
