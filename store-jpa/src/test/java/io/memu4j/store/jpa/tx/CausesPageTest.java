package io.memu4j.store.jpa.tx;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.message.DbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Each row of docs/operations/causes.md, with an exception of the driver itself. */
class CausesPageTest {
    private static final Path PAGE = Path.of("../docs/operations/causes.md");
    private static final Pattern ROW = Pattern.compile("\\| (`[^|]+) \\| ([^|]+) \\| (yes|no) \\| ([^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    /** One code of a row: what the page says of it, and what the driver throws. */
    record Row(String database, String code, boolean retriable) {
        SQLException thrown() {
            return switch (database) {
                case "PostgreSQL" ->
                    new PSQLException(new ServerErrorMessage("SFATAL\0C" + code + "\0Mwords of the server\0"));
                case "H2" ->
                    DbException.get(Integer.parseInt(code), "file", "more").getSQLException();
                default ->
                    new SQLiteException("words of the driver", SQLiteErrorCode.getErrorCode(Integer.parseInt(code)));
            };
        }
    }

    static Stream<Row> rows() throws IOException {
        String[] sections = Files.readString(PAGE).split("\n## ");
        return Arrays.stream(sections).skip(1).flatMap(section -> {
            String database = section.lines().findFirst().orElseThrow();
            return ROW.matcher(section).results().flatMap(row -> CODE.matcher(row.group(1))
                    .results()
                    .map(code -> new Row(database, code.group(1), row.group(3).equals("yes"))));
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_cause_is_told_in_words_and_as_retriable_as_the_page_says(Row row) {
        RuntimeException told = StoreFailures.translated("database", row.thrown());

        assertThat(told).isInstanceOfSatisfying(StoreException.class, failure -> {
            assertThat(failure.isRetriable()).isEqualTo(row.retriable());
            assertThat(failure.getMessage())
                    .startsWith("The database ")
                    .doesNotContain("see the cause", "%s")
                    .endsWith(".");
        });
    }

    @Test
    void each_code_that_has_a_sentence_of_its_own_is_on_the_page() throws IOException {
        List<String> codes = rows().map(Row::code).toList();

        assertThat(codes).containsAll(KnownCause.codes());
        assertThat(codes).hasSizeGreaterThan(30);
    }
}
