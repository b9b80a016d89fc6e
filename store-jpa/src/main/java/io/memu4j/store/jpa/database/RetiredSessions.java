package io.memu4j.store.jpa.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Has the pool close a connection whose session on PostgreSQL is of no use for the next call: one of a server that became a standby, one whose
 * transaction or statement was ended by a time-out, one that lost its prepared statements.
 */
final class RetiredSessions implements SQLExceptionOverride {
    private static final Set<String> STATES = Set.of("25006", "25P03", "26000", "57014");

    @java.lang.Override
    public Override adjudicate(SQLException e) {
        return STATES.contains(String.valueOf(e.getSQLState())) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
