package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.migrations.MemoryMigrations;
import io.memu4j.migrations.MigrationReport;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The schema as a step of deployment: it is migrated once, and the application that opens it may not change it. */
public final class Migration {
    private Migration() {}

    public static void main(String[] args) throws IOException {
        Path database = Example.folder(args).resolve("memory");
        System.out.println(tooEarly(database));
        MigrationReport report = migrate(database);
        System.out.println(
                "Applied " + report.applied().size() + " change sets: schema version " + report.after() + ".");
        System.out.println("Migrated again: " + migrate(database).applied().size() + " change sets.");
        System.out.println("The application stored " + use(database).items() + " items.");
    }

    /** What an application is told that opens a database before it was migrated. */
    static String tooEarly(Path database) {
        DatabaseConfig config = DatabaseConfig.jdbc("jdbc:h2:file:" + database).withMigrate(Migrate.NEVER);
        try (MemoryServiceFactory memu =
                MemoryServiceFactory.builder().database(config).build()) {
            return "Opened before it was migrated.";
        } catch (SchemaOutOfDateException e) {
            return "Not yet: " + e.getMessage();
        }
    }

    static MigrationReport migrate(Path database) {
        // region migrate
        MigrationReport report = MemoryMigrations.migrate("jdbc:h2:file:" + database, "sa", "");
        MemoryMigrations.validate("jdbc:h2:file:" + database, "sa", ""); // throws when the schema does not fit
        // endregion
        return report;
    }

    static Counts use(Path database) {
        // region open-migrated
        DatabaseConfig config = DatabaseConfig.h2(database).withMigrate(Migrate.NEVER);
        try (MemoryServiceFactory memu =
                MemoryServiceFactory.builder().database(config).build()) {
            MemoryService memory = memu.service("alice", "assistant");
            memory.memorize(
                    MemorizeRequest.append("chat", List.of(ConversationMessage.user("My oldest hive is from 2019."))));
            return memory.counts();
        }
        // endregion
    }
}
