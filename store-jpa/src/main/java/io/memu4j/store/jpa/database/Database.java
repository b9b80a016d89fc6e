package io.memu4j.store.jpa.database;

import com.zaxxer.hikari.HikariDataSource;
import io.memu4j.store.jpa.tx.TransactionRunner;
import java.nio.file.Path;
import java.util.Locale;
import javax.sql.DataSource;
import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A database that is open.
 *
 * @param kind what it is; whatever differs from kind to kind asks it, in a switch over all of them
 * @param label how messages name it: kind and file, never credentials
 * @param file that holds it, or null if it is no file of this machine
 * @param source of connections in auto-commit mode where the pool is ours
 * @param transactions on connections of {@code source}
 * @param dialect for Hibernate
 */
public record Database(
        Kind kind,
        String label,
        @Nullable Path file,
        DataSource source,
        TransactionRunner transactions,
        Dialect dialect)
        implements AutoCloseable {

    /** What this store runs on. */
    public enum Kind {
        SQLITE,
        H2,
        POSTGRESQL;

        /** As reports and backups name it: {@code sqlite}, {@code h2} or {@code postgresql}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the file is encrypted by the database itself. */
    public boolean isEncrypted() {
        return kind == Kind.H2 && H2Database.isEncrypted(this);
    }

    /** Closes the pool, where it is ours. */
    @Override
    public void close() {
        if (source instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
