package io.memu4j.admin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
 * @param signature what is known of who made it
 * @param strayFiles files of file managers and file systems in the folder that do not belong to it and were not read, 20 at most
 */
public record BackupReport(
        Path folder,
        Instant createdAt,
        String version,
        String database,
        int schemaVersion,
        SortedMap<String, Long> rows,
        long files,
        long missingFiles,
        Signature signature,
        List<String> strayFiles) {

    /** What is known of who made a backup. */
    public enum Signature {
        /** Signed with the key that was given. */
        VERIFIED,
        /** Signed, but no key was given to compare with. */
        UNCHECKED,
        /** Not signed. Checksums find damage, not forgery. */
        NONE
    }
}
