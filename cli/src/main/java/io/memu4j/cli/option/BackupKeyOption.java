package io.memu4j.cli.option;

import io.memu4j.admin.BackupKey;
import io.memu4j.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key that signs backups, from a file or the environment. */
public final class BackupKeyOption {
    private static final String VARIABLE = "MEMU_BACKUP_KEY";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The file with the key that backups are signed with (default: the variable MEMU_BACKUP_KEY holds the"
                            + " key itself). With a key, only backups signed with it are taken.")
    private @Nullable Path file;

    /**
     * Returns the key, or null where none was named.
     *
     * @throws InvalidInputException when it is no key
     */
    public @Nullable BackupKey key() {
        if (file != null) {
            return BackupKey.read(file);
        }
        String secret = System.getenv(VARIABLE);
        return secret == null || secret.isBlank() ? null : BackupKey.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the key of a command that reads a backup.
     *
     * @param required whether a signature is asked for
     * @throws UsageException when it is, and there is no key to check it with
     */
    public @Nullable BackupKey key(boolean required) {
        BackupKey key = key();
        if (required && key == null) {
            throw new UsageException(
                    "--require-signature needs the key to check it with. Name its file with --key, or set " + VARIABLE
                            + ".");
        }
        return key;
    }
}
