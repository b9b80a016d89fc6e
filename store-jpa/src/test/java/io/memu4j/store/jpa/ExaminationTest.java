package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.model.MemoryScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only a SQLite database can have. */
class ExaminationTest {
    private TestDatabase database;
    private Path file;

    @BeforeEach
    void open() {
        database = TestDatabase.sqlite();
        file = Objects.requireNonNull(database.config().file());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rows_that_refer_to_nothing_are_counted_by_table() throws Exception {
        execute(
                "PRAGMA foreign_keys = OFF",
                "insert into memu_scopes (user_id, agent_id, revision, incarnation, last_delete_revision, created_at)"
                        + " values ('u', 'a', 1, 'i', 0, 0)",
                "insert into memu_pending_deletions (user_id, agent_id, id, blob_key, created_at)"
                        + " values ('nobody', 'a', 'x', 'k', 0)",
                "insert into memu_embeddings (user_id, agent_id, owner_kind, owner_id, space, revision, vector)"
                        + " values ('u', 'a', 'item', 'gone', 'm/1', 1, x'00000000')",
                "PRAGMA foreign_keys = ON");
        Finding finding = only();
        assertThat(finding.area()).isEqualTo(Area.DATABASE);
        assertThat(finding.problem()).contains("1 rows of the table memu_pending_deletions");
        var vectors = database.store().in(new MemoryScope("u", "a")).vectors();
        assertThat(vectors.strays(0)).isEqualTo(1);
        assertThat(vectors.strays(10)).isEqualTo(1);
        assertThat(vectors.strays(0)).isZero();
    }

    @Test
    void a_file_that_everybody_may_write_is_named() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(only().problem()).contains(file.toString()).contains("Other users");
    }

    @Test
    void what_maintenance_left_beside_the_file_is_named() throws Exception {
        Path left = Files.createFile(file.resolveSibling(file.getFileName() + ".tmp"));
        assertThat(only().problem()).contains(left.toString());
    }

    @Test
    void another_journal_mode_is_named() throws Exception {
        execute("PRAGMA journal_mode = DELETE");
        List<Finding> findings = database.store().examine(true);
        execute("PRAGMA journal_mode = WAL");
        assertThat(findings).anyMatch(finding -> finding.problem().contains("WAL mode"));
    }

    @Test
    void a_large_write_ahead_log_is_named_and_written_back() throws Exception {
        execute("PRAGMA wal_autocheckpoint = 0", "create table filler (bytes blob)");
        for (int n = 0; n < 70; n++) {
            execute("PRAGMA wal_autocheckpoint = 0", "insert into filler values (zeroblob(1000000))");
        }
        assertThat(only().problem()).contains("write-ahead log");
        assertThat(database.store().examine(true)).singleElement().matches(Finding::fixed);
        assertThat(file.resolveSibling(file.getFileName() + "-wal")).isEmptyFile();
        assertThat(database.store().examine(false)).isEmpty();
    }

    private Finding only() {
        List<Finding> findings = database.store().examine(false);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.jpa().database().source().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
