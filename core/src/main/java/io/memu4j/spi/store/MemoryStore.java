package io.memu4j.spi.store;

import io.memu4j.admin.PurgeOutcome;
import io.memu4j.admin.ScopeSummary;
import io.memu4j.admin.StoreHealth;
import io.memu4j.doctor.Finding;
import io.memu4j.model.MemoryScope;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A database of memory. Thread-safe; one per application. Failures are {@link io.memu4j.error.StoreException}s.
 *
 * <p>Every access to a row goes through {@link #in}. {@link #scopes} is the only query that is not bound to a scope.
 */
public interface MemoryStore extends AutoCloseable {
    /**
     * Returns the memory of one scope. Lightweight; does no I/O. The scope need not exist.
     *
     * @param scope the user and the agent
     * @return a thread-safe view that reads and writes this scope only
     */
    ScopeStore in(MemoryScope scope);

    /**
     * Lists the scopes that hold or held something, ordered by user id and then agent id, in the order of their UTF-16 units or code
     * points.
     *
     * @param after where to continue, exclusive, or null for the beginning
     * @param limit the maximum number of scopes, from 1
     * @return one page; fewer than {@code limit} at the end
     */
    List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit);

    /**
     * Reads one state while others write. SQLite, H2 and PostgreSQL show one state of the whole database, in one transaction. Other
     * stores may show one state per scope.
     *
     * @param <T> what the work returns
     * @param work reads the snapshot; must not call a model. What it throws is thrown here
     * @return what {@code work} returned
     */
    <T> T snapshot(Function<StoreSnapshot, T> work);

    /**
     * Makes deleted rows unreadable in the files of the database by rewriting them. Needs time and disk in proportion to the database,
     * and blocks writers.
     *
     * @return whether it is done; if not, what is pending and why
     */
    PurgeOutcome purge();

    /**
     * Looks for faults of the database and its files: damage, missing permissions, a full disk, orphaned files. Reads the whole database.
     * Only the database itself opens its files.
     *
     * @param fix whether to repair what is safe to repair
     * @return the faults, repaired ones included; empty if there is none
     */
    List<Finding> examine(boolean fix);

    /**
     * Checks that the database responds. Never throws.
     *
     * @return the state; {@link StoreHealth#problem} names a failure
     */
    StoreHealth health();

    /**
     * Returns which database this is. Copies of sources belong to it by that id.
     *
     * @return the identity
     */
    StoreIdentity identity();

    /**
     * Gives the database another id, because it was copied from one that has the id too.
     *
     * @param copied the identity that is shared; if the database has another id by now, nothing is changed
     * @return the identity from now on
     */
    StoreIdentity renewIdentity(StoreIdentity copied);

    /** {@return the kind of database, for people: for example {@code sqlite}, {@code h2}, {@code postgresql}, {@code memory}} */
    String kind();

    /**
     * Releases connections and locks. Closing twice is allowed. After that {@link #health} reports a problem. Every other call fails with
     * a permanent {@link io.memu4j.error.StoreException}, also on a {@link ScopeStore} obtained before.
     */
    @Override
    void close();
}
