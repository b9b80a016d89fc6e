package io.memu4j.store.jpa.database;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.error.StoreException;
import io.memu4j.internal.value.DatabasePath;
import io.memu4j.store.jpa.tx.BorrowedConnection;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is wrong with one database, through a connection to it; of its files only names, sizes and permissions. One use. */
public final class Examination {
    private final Database database;
    private final boolean fix;
    private final List<Finding> findings = new ArrayList<>();

    /** @param fix whether to do what is safe */
    public Examination(Database database, boolean fix) {
        this.database = database;
        this.fix = fix;
    }

    /** Runs it. */
    public List<Finding> findings() {
        try {
            database.transactions().read(Connection::getAutoCommit);
        } catch (StoreException e) { // above all, that the file is not the one any more that is open
            return List.of(Finding.of(Area.DATABASE, String.valueOf(e.getMessage()), "See the message."));
        }
        try (BorrowedConnection borrowed = BorrowedConnection.of(database.source());
                Statement statement = borrowed.connection().createStatement()) {
            switch (database.kind()) {
                case SQLITE -> sqlite(statement);
                case H2 -> h2(borrowed);
                case POSTGRESQL -> postgresql(borrowed, statement);
            }
        } catch (SQLException e) {
            findings.add(Finding.of(
                    Area.DATABASE,
                    String.valueOf(StoreFailures.translated(database.label(), e).getMessage()),
                    "See the message; the database could not be examined any further."));
        }
        return List.copyOf(findings);
    }

    private void sqlite(Statement statement) throws SQLException {
        Path file = database.file();
        if (file != null) {
            findings.addAll(new DatabaseFile(file, SqliteDatabase.SUFFIXES).findings(fix));
            findings.addAll(new WriteAheadLog(file, statement).findings(fix));
        }
        SqliteIntegrity.examine(database.label(), statement, findings);
    }

    private void h2(BorrowedConnection borrowed) throws SQLException {
        Path file = DatabasePath.ofH2(borrowed.connection().getMetaData().getURL());
        if (file != null) {
            findings.addAll(new DatabaseFile(file, List.of("")).findings(fix));
        }
        ReadableTables.examine(database.label(), borrowed, findings);
    }

    private void postgresql(BorrowedConnection borrowed, Statement statement) throws SQLException {
        ReadableTables.examine(database.label(), borrowed, findings);
        try (var row = statement.executeQuery("select count(*) from pg_index where not indisvalid")) {
            if (row.next() && row.getLong(1) > 0) {
                findings.add(Finding.of(
                        Area.DATABASE,
                        "PostgreSQL marks " + row.getLong(1) + " indexes as invalid.",
                        "Have its administrator run REINDEX."));
            }
        }
    }
}
