package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Refuses settings of H2 with which the schema cannot be created, or does not hold users apart. */
final class H2Settings {
    private static final String FAULTS = "select SETTING_NAME || '=' || SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS"
            + " where SETTING_NAME = 'IGNORECASE' and SETTING_VALUE <> '0'"
            + " or SETTING_NAME = 'COLLATION' and SETTING_VALUE <> 'OFF'"
            + " or SETTING_NAME = 'MODE' and SETTING_VALUE = 'PostgreSQL'"
            + " or SETTING_NAME = 'DATABASE_TO_UPPER' and SETTING_VALUE = 'false' and not exists"
            + " (select 1 from INFORMATION_SCHEMA.SETTINGS where SETTING_NAME = 'DATABASE_TO_LOWER' and SETTING_VALUE = 'true')"
            + " order by SETTING_NAME";

    private H2Settings() {}

    /**
     * Looks before anything is created.
     *
     * @throws MigrationException naming the setting
     */
    static void require(Connection connection, Product product) throws SQLException {
        if (product != Product.H2) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet fault = statement.executeQuery(FAULTS)) {
            if (fault.next()) {
                throw new MigrationException(
                        Reason.CONFIGURATION,
                        "The H2 database has the setting " + fault.getString(1)
                                + ", with which the schema of memu4j does not"
                                + " work: ids must compare exactly, and names and types must be H2's own. No table was"
                                + " created. Create the database without the setting, or use another one for the memory.");
            }
        }
    }
}
