package io.memu4j.cli.command;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.DatabaseAddress;
import io.memu4j.cli.view.Console;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.NotFoundException;
import io.memu4j.observe.MemoryObserver;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the memory a command works on. */
final class OpenMemory {
    private OpenMemory() {}

    /** For commands that embed, with the models and the database on the command line. */
    static MemoryServiceFactory forWriting(CommonOptions options, ResourcePolicy fetch, Console console) {
        return forWriting(options, fetch, MemoryObserver.NONE, console);
    }

    /** The same, before the eyes of an observer. */
    static MemoryServiceFactory forWriting(
            CommonOptions options, ResourcePolicy fetch, MemoryObserver observer, Console console) {
        DatabaseConfig database = options.database();
        if (!database.isPersistent()) {
            console.note("The database " + DatabaseAddress.shown(database)
                    + " is in memory: nothing is kept after this command.");
        }
        return writing(database, options, fetch, console).observer(observer).build();
    }

    /** The same on another database; a model in this process is loaded when the first text is embedded. */
    static MemoryServiceFactory forWriting(
            DatabaseConfig database, CommonOptions options, ResourcePolicy fetch, Console console) {
        return writing(database, options, fetch, console).build();
    }

    private static MemoryServiceFactory.Builder writing(
            DatabaseConfig database, CommonOptions options, ResourcePolicy fetch, Console console) {
        return MemoryServiceFactory.builder()
                .database(database)
                .blobs(options.copies(database))
                .llm(options.llm())
                .modelCalls(CallLog.of(options, console))
                .memorize(MemorizeConfig.DEFAULT.withFetch(fetch));
    }

    /**
     * For commands that embed nothing on their own account. A database that does not exist yet is not created for them; it reads as an empty
     * one. One that does is migrated where opening does that, and may be written.
     */
    static MemoryServiceFactory forReading(CommonOptions options, LlmConfig llm, Console console) {
        DatabaseConfig database = options.database();
        if (isAbsent(database)) {
            console.note("There is no database at " + database.storedIn() + " yet; 'memu memorize' creates it.");
            database = DatabaseConfig.memory();
        } else {
            database = existing(database);
        }
        return MemoryServiceFactory.builder()
                .database(database)
                .blobs(options.copies(database))
                .llm(llm)
                .modelCalls(CallLog.of(options, console))
                .build();
    }

    /** @throws NotFoundException when the database is a file that is not there: a slip in {@code --db} is no empty memory */
    static void requireDatabase(CommonOptions options) {
        if (isAbsent(options.database())) {
            throw new NotFoundException(
                    "There is no database at " + options.database().storedIn() + ". Name it with --db.");
        }
    }

    /**
     * For commands that an operator runs before a migration, on a database that exists: its schema is left as it is.
     *
     * @throws io.memu4j.error.SchemaOutOfDateException when it does not fit
     */
    static MemoryServiceFactory unmigrated(CommonOptions options, LlmConfig llm, Console console) {
        DatabaseConfig database = options.database();
        return MemoryServiceFactory.builder()
                .database(database.isPersistent() ? database.withMigrate(Migrate.NEVER) : database)
                .blobs(options.copies(database))
                .llm(llm)
                .modelCalls(CallLog.of(options, console))
                .build();
    }

    static MemoryService service(MemoryServiceFactory factory, CommonOptions options) {
        return factory.service(options.scope());
    }

    /** The database for a command that makes none: a schema that is there is migrated where opening does that. */
    static DatabaseConfig existing(DatabaseConfig database) {
        return database.isPersistent() && database.migrate() == Migrate.ON_OPEN
                ? database.withMigrate(Migrate.EXISTING)
                : database;
    }

    /** Whether it is a file that is not there. */
    static boolean isAbsent(DatabaseConfig database) {
        Path file = database.storedIn();
        return file != null && !Files.exists(file);
    }
}
