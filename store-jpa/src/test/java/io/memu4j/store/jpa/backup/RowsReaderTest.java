package io.memu4j.store.jpa.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.StoreException;
import io.memu4j.store.jpa.backup.MemuTables.Table;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsReaderTest {
    @TempDir
    Path folder;

    @Test
    void an_empty_file_of_ours_has_every_table_and_no_row() throws Exception {
        Path file = Files.writeString(folder.resolve("rows"), heads());

        assertThat(new RowsReader(file).read((table, values) -> {}))
                .hasSize(MemuTables.CONTENTS.size() + 1)
                .allSatisfy((table, rows) -> assertThat(rows).isZero());
    }

    @Test
    void a_text_that_would_fill_the_heap_is_refused() throws IOException {
        Path file = folder.resolve("rows");
        try (Writer rows = Files.newBufferedWriter(file)) {
            rows.write(heads().lines().findFirst().orElseThrow() + "\n[\"");
            String much = "x".repeat(1 << 20);
            for (int n = 0; n < 17; n++) {
                rows.write(much);
            }
            rows.write("\"]\n");
        }
        assertRefused(file);
    }

    @Test
    void a_message_never_quotes_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("rows"), heads().replaceFirst("\n", "\n[\"secret\", secret]\n"));

        assertThatThrownBy(() -> new RowsReader(file).read((table, values) -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        Path file = Files.writeString(folder.resolve("rows"), heads());
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertRefused(link);
    }

    private static void assertRefused(Path file) {
        assertThatThrownBy(() -> new RowsReader(file).read(RowsReaderTest::ignore))
                .isInstanceOf(StoreException.class);
    }

    private static void ignore(Table table, Object[] values) throws SQLException {
        // Only whether it is read counts.
    }

    private static String heads() {
        return MemuTables.ALL.stream()
                .map(table -> "{\"table\":\"" + table.name() + "\",\"columns\":[\""
                        + String.join("\",\"", table.columnNames()) + "\"]}\n")
                .collect(Collectors.joining());
    }
}
