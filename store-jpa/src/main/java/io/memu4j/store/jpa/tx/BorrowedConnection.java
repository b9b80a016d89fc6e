package io.memu4j.store.jpa.tx;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of somebody's pool, given back with the auto-commit mode and the isolation it came with. That giving it back fails is no
 * failure of the work: what was committed must be neither reported as failed nor done again.
 */
public final class BorrowedConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BorrowedConnection.class);

    private final Connection connection;
    private final boolean autoCommit;
    private boolean otherAutoCommit;
    private int isolation;
    private boolean otherIsolation;
    private boolean broken;

    private BorrowedConnection(Connection connection, boolean autoCommit) {
        this.connection = connection;
        this.autoCommit = autoCommit;
    }

    /** One of that source. */
    public static BorrowedConnection of(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            return new BorrowedConnection(connection, connection.getAutoCommit());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** To be used until {@link #close}, not to be closed. */
    public Connection connection() {
        return connection;
    }

    boolean cameInAutoCommit() {
        return autoCommit;
    }

    /** Sets the mode as long as it is borrowed. */
    public void setAutoCommit(boolean mode) throws SQLException {
        if (mode != autoCommit) {
            otherAutoCommit = true;
            connection.setAutoCommit(mode);
        }
    }

    /** Sets the JDBC level of isolation as long as it is borrowed. */
    void setIsolation(int level) throws SQLException {
        isolation = connection.getTransactionIsolation();
        if (isolation != level) {
            otherIsolation = true;
            connection.setTransactionIsolation(level);
        }
    }

    /** Ends the open transaction without its changes; where that fails, the server does it when the pool drops the connection. */
    void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) { // the failure that led here is the one to report
            broken = true; // setting auto-commit would commit
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (otherAutoCommit && !broken) {
                connection.setAutoCommit(autoCommit);
            }
            if (otherIsolation && !broken) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            log.debug("A connection could not be given back as it came.", e);
        }
    }
}
