package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command runs what somebody put into a database or an address. */
class ForeignDatabaseTest {
    private static final AtomicInteger RUN = new AtomicInteger();

    @TempDir
    Path folder;

    /** H2 makes one, and counts so, whenever it opens the file. */
    public static final class Planted implements Trigger {
        public Planted() {
            RUN.incrementAndGet();
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            RUN.incrementAndGet();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "migrate",
                "doctor",
                "list items",
                "retrieve bicycle",
                "purge",
                "reset --yes",
                "backup DIR",
                "export --all DIR",
                "restore DIR"
            })
    void no_command_opens_an_h2_file_with_a_trigger(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("memu"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table memu_items(x int)");
            statement.execute("create trigger sneak before insert on memu_items for each row call '"
                    + Planted.class.getName() + "'");
        }
        if (command.startsWith("restore")) {
            String own = folder.resolve("own.db").toString();
            assertThat(CommandRun.of("migrate", "--db", own).code()).isZero();
            assertThat(CommandRun.of("backup", folder.resolve("out").toString(), "--db", own)
                            .code())
                    .isZero();
        }
        RUN.set(0);

        CommandRun run = CommandRun.of((command + " --db jdbc:h2:file:" + folder.resolve("memu"))
                .replace("DIR", folder.resolve("out").toString())
                .split(" "));

        assertThat(RUN).hasValue(0);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out() + run.err()).contains("it could run something");
    }

    @Test
    void an_address_that_runs_something_is_refused() {
        CommandRun run = CommandRun.of("status", "--db", "jdbc:h2:mem:x;INIT=CALL 1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'INIT'");
    }
}
