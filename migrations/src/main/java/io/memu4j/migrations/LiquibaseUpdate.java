package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CommandExecutionException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Runs the changelog. With {@link LiquibaseLog} the only class that knows Liquibase, so that nobody else loads it. */
final class LiquibaseUpdate {
    private static final long POLL_MILLIS = 200;

    /** Of two processes on a fresh database, both may create Liquibase's own tables; the loser begins again. */
    private static final int TRIES = 3;

    private LiquibaseUpdate() {}

    /**
     * Applies what is pending to the connection, which stays open, in whatever auto-commit mode Liquibase leaves it.
     *
     * @return ids of the change sets that were run or found to be there already
     */
    static List<String> run(Connection connection, Duration patience, String changelog) throws SQLException {
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
                // A jar that is on the class path twice counts once, as for classes: the first one.
                "liquibase.duplicateFileMode",
                "DEBUG",
                // Our changelog is checked against its XML schema by our tests, not at each start.
                "liquibase.validateXmlChangelogFiles",
                false);
        new LiquibaseLock(connection, Product.of(connection)).create();
        for (int tries = 1; ; tries++) {
            try {
                return inThreadOfItsOwn(() -> Scope.child(attributes, () -> locked(connection, patience, changelog)));
            } catch (Exception e) {
                // Liquibase declares and wraps everything as Exception.
                if (tries == TRIES || !DriverErrors.isCreatedMeanwhile(e)) {
                    throw translated(e);
                }
                rollBack(connection);
            }
        }
    }

    /**
     * Liquibase keeps its scopes and singletons in variables of the thread. A thread of a server's pool would keep them, and with them the
     * class loader of an application that has ended.
     */
    private static <T> T inThreadOfItsOwn(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "memu4j-migration", 0, false);
        thread.setDaemon(true);
        // Liquibase finds its services by it; a new thread has another one in some versions of Java.
        thread.setContextClassLoader(LiquibaseUpdate.class.getClassLoader());
        thread.start();
        try {
            thread.join();
            return task.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            joinUninterruptibly(thread); // it uses the caller's connection
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                thread.interrupt();
            }
        }
    }

    private static void rollBack(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    private static List<String> locked(Connection connection, Duration patience, String changelog) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        LockService lock = LockServiceFactory.getInstance().getLockService(database);
        await(lock, connection, patience);
        try {
            return update(database, changelog);
        } finally {
            if (lock.hasChangeLogLock()) {
                lock.releaseLock();
            }
        }
    }

    /** Waits in place of Liquibase, which looks every ten seconds and writes to the console that it waits. */
    private static void await(LockService lock, Connection connection, Duration patience) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!lock.acquireLock()) {
            if (System.nanoTime() > deadline) {
                String holder = new LiquibaseLock(connection, Product.of(connection)).holder();
                throw LiquibaseLock.held(String.valueOf(holder), null);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static List<String> update(Database database, String changelog) throws CommandExecutionException {
        Applied applied = new Applied();
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG)
                .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, applied)
                .execute();
        return applied.ids;
    }

    private static final class Applied extends AbstractChangeExecListener {
        private final List<String> ids = new ArrayList<>();

        @Override
        public void ran(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ExecType execType) {
            ids.add(changeSet.getId());
        }
    }

    private static RuntimeException translated(Exception e) throws SQLException {
        Throwable cause = e;
        while (cause != null) {
            if (cause instanceof MigrationException ours) {
                return ours;
            }
            if (cause instanceof SQLException driver && DriverErrors.isBusy(driver)) {
                throw driver;
            }
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
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
