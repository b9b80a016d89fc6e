package io.memu4j.internal.backup;

/** The names in a backup's folder. */
final class BackupLayout {
    /** What the backup is. */
    static final String MANIFEST = "manifest.json";

    /** The checksum of the manifest. */
    static final String MANIFEST_SUM = "manifest.json.sha256";

    /** The signature of the manifest, where there is a key. */
    static final String SIGNATURE = "manifest.json.hmac";

    /** The checksum of every other file, one a line, as {@code sha256sum} writes and checks them. */
    static final String SUMS = "files.sha256";

    static final String DATABASE = "database";
    static final String FILES = "files";

    private BackupLayout() {}
}
