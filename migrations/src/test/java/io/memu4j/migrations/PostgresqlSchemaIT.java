package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresqlSchemaIT extends SchemaContract {
    @Override
    TestDatabase freshDatabase() {
        return TestDatabase.postgresql();
    }

    @Test
    void columns_of_keys_and_indexes_do_not_follow_the_language_of_the_database() throws SQLException {
        String others = "select distinct c.table_name || '.' || c.column_name from information_schema.columns c"
                + " join pg_index i on i.indrelid = c.table_name::regclass"
                + " join pg_attribute a on a.attrelid = i.indrelid and a.attname = c.column_name and a.attnum = any(i.indkey)"
                + " where c.table_name like 'memu%' and c.character_maximum_length is not null"
                + " and c.collation_name is distinct from 'C'";

        assertThat(database.query(others)).isEmpty();
        assertThat(database.query(others.replace("is distinct from", "="))).hasSize(40);
    }
}
