package io.memu4j.store.jpa.database;

import io.memu4j.error.ConfigurationException;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Refuses a database that takes two different ids for the same. A scope's rows are found by the columns {@code user_id} and {@code agent_id},
 * and a database compares text by a collation: of the column, its type or the whole database. Asked are the columns that are there, whoever
 * made them.
 */
final class ExactComparison {
    /** Each differs from every other; each is equal to another one under some collation, type or normal form. */
    private static final List<String> DIFFERENT = List.of(
            "a", "A", "a ", // trailing blanks
            "a\t", "a\u0001", // control characters
            "a\u200b", // zero width
            "a\u00ad", // soft hyphen
            "\uff41", // full width
            "\u00e1", // accents
            "a\u0301", // and their other normal form
            "\u00c5", "\u212b", "i", "\u0131", "ss", "\u00df", "fi", "\ufb01",
            "\u30a2", // katakana, hiragana, half width
            "\u3042", "\uff71", "1", // numbers
            "01", "1.0", "\u0661");

    private static final String OURS = " like 'memu^_%' escape '^'";

    /** Table, column, and whether its type stores text as given. */
    private static final String SQLITE_COLUMNS = "select m.name, c.name, upper(c.type) not like '%INT%'"
            + " and (upper(c.type) like '%CHAR%' or upper(c.type) like '%TEXT%')"
            + " from sqlite_master m, pragma_table_info(m.name) c"
            + " where m.type in ('table', 'view') and m.name" + OURS + " and c.name in ('user_id', 'agent_id')";

    /** By expressions: H2's {@code upper} and {@code lower} follow the language of the JVM, and a Turkish "I" is no "i". */
    private static final String H2_COLUMNS =
            "select TABLE_NAME, COLUMN_NAME, regexp_like(DATA_TYPE, '^character varying$', 'i')"
                    + " from INFORMATION_SCHEMA.COLUMNS where TABLE_SCHEMA = CURRENT_SCHEMA"
                    + " and regexp_like(TABLE_NAME, '^memu_', 'i') and regexp_like(COLUMN_NAME, '^(user|agent)_id$', 'i')";

    /** PostgreSQL compares by bytes unless the collation says otherwise, and says of each collation whether it does. */
    private static final String POSTGRESQL_COLUMNS = "select c.relname, a.attname,"
            + " a.atttypid in ('varchar'::regtype, 'text'::regtype) and coalesce(l.collisdeterministic, false)"
            + " from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_collation l on l.oid = a.attcollation"
            + " where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname" + OURS
            + " and pg_table_is_visible(c.oid) and a.attname in ('user_id', 'agent_id')";

    private final Database database;

    private ExactComparison(Database database) {
        this.database = database;
    }

    /** @throws ConfigurationException naming the first column that is not compared exactly */
    static void require(Database database) {
        try (Connection connection = database.source().getConnection()) {
            new ExactComparison(database).require(connection);
        } catch (SQLException e) {
            throw StoreFailures.translated(database.label(), e);
        }
    }

    private void require(Connection connection) throws SQLException {
        String columns =
                switch (database.kind()) {
                    case SQLITE -> SQLITE_COLUMNS;
                    case H2 -> H2_COLUMNS;
                    case POSTGRESQL -> POSTGRESQL_COLUMNS;
                };
        List<String[]> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(columns)) {
            while (rows.next()) {
                found.add(new String[] {rows.getString(1), rows.getString(2)});
                if (!rows.getBoolean(3)) {
                    throw refused(rows.getString(1), rows.getString(2));
                }
            }
        }
        if (!found.isEmpty()) {
            switch (database.kind()) {
                case SQLITE -> compare(connection, found);
                // The type is the same, and the collation is the whole database's: one column stands for all.
                case H2 -> compare(connection, found.subList(0, 1));
                case POSTGRESQL -> {} // the collation said so
            }
        }
    }

    /** Groups the values as the values of each column are. */
    private void compare(Connection connection, List<String[]> columns) throws SQLException {
        StringBuilder sql = new StringBuilder("with different(w) as (values (cast(? as varchar))");
        sql.append(", (cast(? as varchar))".repeat(DIFFERENT.size() - 1)).append(')');
        for (int i = 0; i < columns.size(); i++) {
            String[] column = columns.get(i);
            sql.append(i == 0 ? " select " : ", ")
                    .append("(select count(*) from (select v from (select \"" + column[1] + "\" as v from \""
                            + column[0] + "\" where 1 = 0 union all select w from different) k group by v) g)");
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < DIFFERENT.size(); i++) {
                statement.setString(i + 1, DIFFERENT.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                for (int i = 0; i < columns.size(); i++) {
                    if (row.getInt(i + 1) != DIFFERENT.size()) {
                        throw refused(columns.get(i)[0], columns.get(i)[1]);
                    }
                }
            }
        }
    }

    private ConfigurationException refused(String table, String column) {
        String remedy =
                switch (database.kind()) {
                    case SQLITE -> "a column of type VARCHAR without COLLATE";
                    case H2 -> "a column of type VARCHAR in a database without IGNORECASE and COLLATION";
                    case POSTGRESQL -> "a column of type varchar or text with a deterministic collation";
                };
        return new ConfigurationException("The " + database.label() + " does not compare the column "
                + (table + "." + column).toLowerCase(Locale.ROOT)
                + " exactly: it takes different ids for the same, so that two users could share one memory. Expected is "
                + remedy + ". Create the schema anew in such a database, and bring the memory there with an export.");
    }
}
