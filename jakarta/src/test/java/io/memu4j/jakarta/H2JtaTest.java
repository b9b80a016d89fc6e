package io.memu4j.jakarta;

import java.sql.SQLException;

class H2JtaTest extends JtaContract {
    @Override
    JtaDatabase database() throws SQLException {
        return JtaDatabase.h2();
    }
}
