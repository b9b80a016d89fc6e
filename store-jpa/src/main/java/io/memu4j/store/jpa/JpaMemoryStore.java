package io.memu4j.store.jpa;

import io.memu4j.admin.PurgeOutcome;
import io.memu4j.admin.ScopeSummary;
import io.memu4j.admin.StoreHealth;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.doctor.Finding;
import io.memu4j.error.StoreException;
import io.memu4j.internal.value.IdSource;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.PhysicalStore;
import io.memu4j.spi.store.RowsFile;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.SnapshotContents;
import io.memu4j.spi.store.StoreIdentity;
import io.memu4j.spi.store.StoreSnapshot;
import io.memu4j.spi.transaction.CallerTransactions;
import io.memu4j.store.jpa.backup.Snapshots;
import io.memu4j.store.jpa.database.Database;
import io.memu4j.store.jpa.database.DatabaseIdentity;
import io.memu4j.store.jpa.database.Databases;
import io.memu4j.store.jpa.database.Examination;
import io.memu4j.store.jpa.database.HealthProbe;
import io.memu4j.store.jpa.database.Purging;
import io.memu4j.store.jpa.session.Layers;
import io.memu4j.store.jpa.session.ScopedSessions;
import io.memu4j.store.jpa.session.SessionFactories;
import io.memu4j.store.jpa.tx.OngoingRead;
import io.memu4j.store.jpa.tx.OutsideDataSource;
import io.memu4j.store.jpa.write.Stamps;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** A store on SQLite, H2 or PostgreSQL with Hibernate. Thread-safe. Writes never join a transaction of the caller. */
public final class JpaMemoryStore implements PhysicalStore {
    private final Database database;
    private final Purging purging;
    private final SessionFactory factory;
    private final Layers layers;
    private final ScopedSessions sessions;
    private final Stamps stamps;
    private final AtomicBoolean closed = new AtomicBoolean();

    private JpaMemoryStore(Database database, Clock clock, Layers layers) {
        this.layers = layers;
        this.database = database;
        this.stamps = new Stamps(IdSource.uuidV7(), clock);
        this.purging = new Purging(database);
        this.factory = SessionFactories.boot(database.dialect());
        this.sessions = new ScopedSessions(factory, database.transactions(), closed::get, layers);
    }

    /**
     * Opens a store on connections of the application to SQLite (a file), H2 or PostgreSQL. The schema is never migrated here.
     *
     * <p>The connections must not take part in a transaction of the calling thread; for those of a container that do, see
     * {@link #open(DataSource, Migrate, CallerTransactions)}. Each is used in a transaction of this store and returned with the auto-commit mode and isolation level it came with. On SQLite, foreign keys, synchronous FULL and a time-out are set on each
     * connection and stay set. Closing the store does not close the {@code DataSource}.
     *
     * @param source the connections
     * @return the store; the caller or its factory closes it
     * @throws io.memu4j.error.StoreException if the database does not respond
     * @throws io.memu4j.error.SchemaOutOfDateException if its schema does not fit
     * @throws io.memu4j.error.ConfigurationException if it is another kind of database
     */
    public static MemoryStore open(DataSource source) {
        return open(source, Clock.systemUTC());
    }

    /**
     * Opens a store as {@link #open(DataSource)} does, with a clock of the application.
     *
     * @param source the connections
     * @param clock gives the times of rows that the store makes by itself
     * @return the store; the caller or its factory closes it
     */
    public static MemoryStore open(DataSource source, Clock clock) {
        return of(
                Databases.on(new OutsideDataSource(source, CallerTransactions.NONE), Migrate.NEVER),
                clock,
                Layers.ALL);
    }

    /**
     * Opens a store as {@link #open(DataSource)} does, and migrates its schema before if {@code migrate} says so. For that, the user of the
     * connections must be allowed to create tables.
     *
     * @param source the connections
     * @param migrate who creates and updates the schema
     * @return the store; the caller or its factory closes it
     */
    public static MemoryStore open(DataSource source, Migrate migrate) {
        return open(source, migrate, CallerTransactions.NONE);
    }

    /**
     * Opens a store as {@link #open(DataSource, Migrate)} does, on connections that a container enlists in the transaction of the calling
     * thread. That transaction is suspended from the moment this store takes a connection until it gives it back.
     *
     * @param source the connections
     * @param migrate who creates and updates the schema
     * @param transactions suspends the transaction of the calling thread
     * @return the store; the caller or its factory closes it
     */
    public static MemoryStore open(DataSource source, Migrate migrate, CallerTransactions transactions) {
        return of(
                Databases.on(new OutsideDataSource(source, transactions), migrate), Clock.systemUTC(), Layers.ALL);
    }

    static JpaMemoryStore open(DatabaseConfig config, Clock clock) {
        return open(config, clock, Layers.ALL);
    }

    static JpaMemoryStore open(DatabaseConfig config, Clock clock, Layers layers) {
        return of(Databases.open(config), clock, layers);
    }

    private static JpaMemoryStore of(Database database, Clock clock, Layers layers) {
        boolean open = false;
        try {
            JpaMemoryStore store = new JpaMemoryStore(database, clock, layers);
            open = true;
            return store;
        } finally {
            if (!open) {
                database.close();
            }
        }
    }

    @Override
    public ScopeStore in(MemoryScope scope) {
        sessions.open();
        return new JpaScopeStore(scope, sessions, stamps);
    }

    @Override
    public List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit) {
        return sessions.scopes(after, limit);
    }

    @Override
    public <T> T snapshot(Function<StoreSnapshot, T> work) {
        return sessions.open().snapshot(connection -> {
            var reading = new OngoingRead(database.label(), connection);
            return work.apply(new JpaSnapshot(new ScopedSessions(factory, reading, closed::get, layers), stamps));
        });
    }

    @Override
    public PurgeOutcome purge() {
        sessions.open();
        return purging.purge();
    }

    @Override
    public List<Finding> examine(boolean fix) {
        sessions.open();
        return new Examination(database, fix).findings();
    }

    @Override
    public StoreHealth health() {
        try {
            sessions.open();
            new HealthProbe(database).run();
            return new StoreHealth(database.label(), null);
        } catch (StoreException e) {
            return new StoreHealth(database.label(), e.getMessage());
        } catch (RuntimeException e) { // whatever is wrong is the answer
            return new StoreHealth(
                    database.label(),
                    "The " + database.label() + " failed: " + e.getClass().getName() + ".");
        }
    }

    @Override
    public RowsFile copyRows(Path folder, BiConsumer<MemoryScope, String> blobs) {
        sessions.open();
        return Snapshots.take(database, folder, blobs);
    }

    @Override
    public boolean isEncrypted() {
        sessions.open();
        return database.isEncrypted();
    }

    @Override
    public SnapshotContents openRows(Path file, RowsFile described) {
        sessions.open();
        return Snapshots.open(database, file, described, stamps.clock());
    }

    @Override
    public StoreIdentity identity() {
        sessions.open();
        return new DatabaseIdentity(database).read();
    }

    @Override
    public StoreIdentity renewIdentity(StoreIdentity copied) {
        sessions.open();
        return new DatabaseIdentity(database).renew(copied);
    }

    @Override
    public String kind() {
        return database.kind().key();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            factory.close();
            try {
                purging.finish();
            } finally {
                database.close();
            }
        }
    }

    Database database() {
        return database;
    }

    SessionFactory factory() {
        return factory;
    }

    ScopedSessions sessions() {
        return sessions;
    }
}
