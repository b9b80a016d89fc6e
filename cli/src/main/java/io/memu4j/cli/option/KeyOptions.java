package io.memu4j.cli.option;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.StoreException;
import io.memu4j.internal.files.PrivateFiles;
import io.memu4j.server.credential.ApiKeys;
import io.memu4j.server.credential.KeyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the keys of a server are: in the database on a server, or in a file beside the database that is a file. */
public final class KeyOptions {
    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The file of the API keys (default: the database on PostgreSQL, else DATABASE.keys).")
    private @Nullable Path file;

    /** The keys to read; empty if there is no place for them yet. */
    public Optional<ApiKeys> existing(DatabaseConfig database) {
        Path place = place(database);
        if (place == null) {
            return database.kind() == DatabaseConfig.Kind.POSTGRESQL ? Optional.of(of(database)) : Optional.empty();
        }
        return Files.exists(place) ? Optional.of(of(place)) : Optional.empty();
    }

    /** The keys to write; their file is made for its owner alone. */
    public ApiKeys forWriting(DatabaseConfig database) {
        Path place = place(database);
        if (place == null) {
            if (database.kind() != DatabaseConfig.Kind.POSTGRESQL) {
                throw new UsageException(
                        "This database is in memory, so no key can be kept beside it. Name a file with --keys.");
            }
            return of(database);
        }
        try {
            Path folder = place.toAbsolutePath().getParent();
            if (folder != null) {
                PrivateFiles.createFolders(folder);
            }
            PrivateFiles.createIfAbsent(place);
        } catch (IOException e) {
            throw StoreException.permanent(
                    "The file of the API keys cannot be created. Name another one with --keys.", e);
        }
        return of(place);
    }

    private @Nullable Path place(DatabaseConfig database) {
        if (file != null) {
            return file;
        }
        Path stored = database.storedIn();
        Path name = stored == null ? null : stored.getFileName();
        return stored == null || name == null ? null : stored.resolveSibling(name + ".keys");
    }

    private static ApiKeys of(Path file) {
        return new ApiKeys(new KeyTable("jdbc:sqlite:" + file, null, null), Clock.systemUTC());
    }

    private static ApiKeys of(DatabaseConfig database) {
        return new ApiKeys(
                new KeyTable(DatabaseAddress.url(database), database.user(), database.password()), Clock.systemUTC());
    }
}
