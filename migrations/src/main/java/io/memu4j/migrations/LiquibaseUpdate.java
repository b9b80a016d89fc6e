package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LockException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs the changelog. With {@link LiquibaseLog} the only class that knows Liquibase, so that nobody else loads it. */
final class LiquibaseUpdate {
    private LiquibaseUpdate() {}

    /** Applies what is pending to the connection, which stays open, in whatever auto-commit mode Liquibase leaves it. */
    static void run(Connection connection) throws SQLException {
        ClassLoader loader = LiquibaseUpdate.class.getClassLoader();
        Map<String, Object> attributes = Map.of(
                Scope.Attr.logService.name(),
                new LiquibaseLog(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.classLoader.name(),
                loader,
                Scope.Attr.resourceAccessor.name(),
                new ClassLoaderResourceAccessor(loader),
                // A library does not report to anybody's server.
                "liquibase.analytics.enabled",
                false,
                // Seconds between two looks at the lock, minutes until giving up.
                "liquibase.changelogLockPollRate",
                1L,
                "liquibase.changelogLockWaitTimeInMinutes",
                2L);
        try {
            Scope.child(attributes, () -> update(connection));
        } catch (Exception e) {
            // Liquibase declares and wraps everything as Exception.
            throw translated(e);
        }
    }

    private static void update(Connection connection) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, MemoryMigrations.CHANGELOG)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG)
                .execute();
    }

    private static RuntimeException translated(Exception e) throws SQLException {
        Throwable cause = e;
        while (cause != null) {
            if (cause instanceof LockException) {
                return LiquibaseLock.held(String.valueOf(cause.getMessage()), e);
            }
            if (cause instanceof SQLException driver) {
                throw driver;
            }
            cause = cause.getCause();
        }
        return new MigrationException(
                Reason.FAILED,
                "The change sets could not be applied: " + e.getMessage()
                        + ". Those that ran are recorded; migrate again when the cause is gone.",
                e);
    }
}
