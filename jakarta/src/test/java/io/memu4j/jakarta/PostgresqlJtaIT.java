package io.memu4j.jakarta;

import java.sql.SQLException;

class PostgresqlJtaIT extends JtaContract {
    @Override
    JtaDatabase database() throws SQLException {
        return JtaDatabase.postgresql();
    }
}
