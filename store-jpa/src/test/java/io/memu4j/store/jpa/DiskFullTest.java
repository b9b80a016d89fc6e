package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.StoreException;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.ScopeStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** SQLite is allowed no more pages, which is what a full disk looks like to it. */
class DiskFullTest {
    @Test
    void a_full_disk_is_a_clear_error_that_leaves_the_database_as_it_was_and_it_works_again_with_room()
            throws Exception {
        try (TestDatabase database = TestDatabase.sqlite()) {
            ScopeStore scope = database.store().in(new MemoryScope("ana", "agent"));
            scope.apply(large("before"));
            Counts before = scope.counts();
            long revision = scope.watermark().revision();
            // One thread uses the pool's one connection, whose limit this is; a limit below the size becomes the size.
            execute(database, "PRAGMA max_page_count = 1");
            ChangeSet changes = large("while full");
            assertThatThrownBy(() -> scope.apply(changes))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("disk is full");
            assertThat(scope.counts()).isEqualTo(before);
            assertThat(scope.watermark().revision()).isEqualTo(revision);
            assertThat(database.store().examine(false)).isEmpty();
            execute(database, "PRAGMA max_page_count = 1000000");
            scope.apply(changes);
            assertThat(scope.watermark().revision()).isEqualTo(revision + 1);
            assertThat(database.store().examine(false)).isEmpty();
        }
    }

    private static ChangeSet large(String name) {
        Resource chat = Rows.resource(name);
        ChangeSetBuilder changes = ChangeSet.builder().put(chat);
        for (int n = 0; n < 500; n++) {
            changes.put(Rows.passage(chat, n));
        }
        return changes.build();
    }

    private static void execute(TestDatabase database, String statement) throws SQLException {
        try (Connection connection = database.jpa().database().source().getConnection();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
