package io.memu4j.store.jpa.tx;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection within a transaction; it neither commits nor closes. */
@FunctionalInterface
public interface ConnectionWork<T> {
    T on(Connection connection) throws SQLException;
}
