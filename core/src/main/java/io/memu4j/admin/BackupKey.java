package io.memu4j.admin;

import io.memu4j.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A secret of the operator that authenticates backups with HMAC-SHA256. Whoever has it can make backups that are taken for the operator's.
 * Immutable. {@link #toString} does not show it.
 */
public final class BackupKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;
    private static final int LONGEST = 4_096;

    /** A signature of a manifest is no signature of anything else that is made with the same secret. */
    private static final byte[] PURPOSE = "memu4j backup manifest\n".getBytes(StandardCharsets.UTF_8);

    private final byte[] secret;

    private BackupKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Returns the key with that secret.
     *
     * @param secret random bytes, or text of random characters, 32 to 4,096 bytes; blanks and line ends around it do not count
     * @return the key
     * @throws InvalidInputException if it is shorter or longer
     */
    public static BackupKey of(byte[] secret) {
        byte[] stripped = stripped(secret);
        if (stripped.length < SHORTEST || stripped.length > LONGEST) {
            throw new InvalidInputException("The key for backups has " + stripped.length + " bytes. Expected "
                    + SHORTEST + " to " + LONGEST + " random ones; 'openssl rand -hex 32' makes such a key.");
        }
        return new BackupKey(stripped);
    }

    /**
     * Reads a key from a file.
     *
     * @param file holds the secret and nothing else
     * @return the key
     * @throws InvalidInputException if the file cannot be read, or its content is no key
     */
    public static BackupKey read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > 2 * LONGEST) {
                throw new InvalidInputException(
                        "The key for backups is not at " + file + ". Name a file that holds the key and nothing else.");
            }
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new InvalidInputException("The key for backups cannot be read from " + file + " ("
                    + e.getClass().getSimpleName() + "). Check its permissions.");
        }
    }

    /**
     * Signs the manifest of a backup.
     *
     * @param manifest the bytes to sign
     * @return 32 bytes
     */
    public byte[] sign(byte[] manifest) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(PURPOSE);
            return mac.doFinal(manifest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }

    /** Compares the secrets. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BackupKey key && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return BackupKey.class.hashCode();
    }

    @Override
    public String toString() {
        return "BackupKey[...]";
    }

    private static byte[] stripped(byte[] secret) {
        int begin = 0;
        int end = secret.length;
        while (begin < end && isBlank(secret[begin])) {
            begin++;
        }
        while (end > begin && isBlank(secret[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(secret, begin, end);
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\n';
    }
}
