package io.memu4j.store.jpa.database;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.ConfigurationException;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** Opens databases whose schema fits and whose keys compare exactly. */
public final class Databases {
    private Databases() {}

    /** Opens what the configuration names, and creates or migrates it where that is allowed. */
    public static Database open(DatabaseConfig config) {
        Database database =
                switch (config.kind()) {
                    case SQLITE -> SqliteDatabase.open(config, Objects.requireNonNull(config.file()));
                    case H2 -> H2Database.open(config);
                    case POSTGRESQL -> PostgresqlDatabase.open(config);
                    case MEMORY ->
                        throw new ConfigurationException("DatabaseConfig.memory() is not a database of the JPA store.");
                };
        boolean open = false;
        try {
            requireSchema(database, config.migrate());
            open = true;
            return database;
        } finally {
            if (!open) {
                database.close();
            }
        }
    }

    /** Refuses a file from which its engine would run something while it is opened. Opens no engine. */
    public static void requireData(DatabaseConfig config) {
        if (config.kind() == DatabaseConfig.Kind.H2) {
            Pools.requireDriver("org.h2.Driver", "com.h2database:h2");
            H2Database.requireData(config);
        }
    }

    /** Uses the connections of {@code source}, and creates or migrates the schema where that is allowed. */
    public static Database on(DataSource source, Migrate migrate) {
        Database database;
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            database = switch (product) {
                case "SQLite" -> SqliteDatabase.on(source, connection);
                case "H2" -> H2Database.on(source, connection);
                case "PostgreSQL" -> PostgresqlDatabase.on(source);
                default ->
                    throw new ConfigurationException(
                            "The DataSource leads to " + product + ". Expected SQLite, H2 or PostgreSQL.");
            };
        } catch (SQLException e) {
            throw StoreFailures.translated("database of the DataSource", e);
        }
        requireSchema(database, migrate);
        return database;
    }

    private static void requireSchema(Database database, Migrate migrate) {
        SchemaVersion found = SchemaVersion.read(database);
        if (!found.fits() && (migrate == Migrate.ON_OPEN || (migrate == Migrate.EXISTING && found.version() > 0))) {
            AutoMigration.run(database);
        }
        SchemaVersion.read(database).require();
        ExactComparison.require(database);
    }
}
