package io.memu4j.importer.memu;

import java.sql.SQLException;

/** A failure of the original's database while rows were being handed over. */
final class UncheckedSql extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UncheckedSql(SQLException cause) {
        super(cause);
    }
}
