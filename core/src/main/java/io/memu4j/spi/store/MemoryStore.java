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
 * <p>Every path to a row goes through {@link #in}; {@link #scopes} is the one query that is not bound to a scope.
 */
public interface MemoryStore extends AutoCloseable {
    /** The memory of one scope. Light, thread-safe, no I/O; the scope need not exist yet. */
    ScopeStore in(MemoryScope scope);

    /**
     * Scopes that hold or held something, ordered by user id and then agent id in the order of their UTF-16 units or code points.
     *
     * @param after where to go on, exclusive, or null for the beginning
     * @param limit at most so many, from 1
     */
    List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit);

    /**
     * Reads one state: of the whole database where it has such (SQLite, H2, PostgreSQL: one transaction), of each scope by itself where it
     * has not. Writers go on meanwhile.
     *
     * @param work what it throws is thrown here
     */
    <T> T snapshot(Function<StoreSnapshot, T> work);

    /**
     * Makes deleted rows unreadable in the files of the database: rewrites them without what was deleted. Takes time and room in proportion
     * to the database, and keeps writers waiting.
     */
    PurgeOutcome purge();

    /**
     * Looks for what is wrong with the database and its files: damage, missing permissions, a disk that fills, files that were left behind.
     * Reads the whole database. Nothing of ours opens its files: only the database does.
     *
     * @param fix whether to do at once what is safe, which the findings then say
     * @return what was found, empty when all is well
     */
    List<Finding> examine(boolean fix);

    /** Asks the database for a sign of life. Never throws: what is wrong is in the answer. */
    StoreHealth health();

    /** What kind of database, for people: for example {@code sqlite}, {@code h2}, {@code postgresql}, {@code memory}. */
    String kind();

    /**
     * Releases connections and locks. Closing twice is allowed. Afterwards {@link #health} tells so, and every other call, also on a
     * {@link ScopeStore} got before, fails with a permanent {@link io.memu4j.error.StoreException}.
     */
    @Override
    void close();
}
