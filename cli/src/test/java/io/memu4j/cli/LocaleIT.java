package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program without the script that sets a locale, in JVMs of their own. */
@EnabledOnOs(OS.LINUX)
class LocaleIT {
    @TempDir
    Path folder;

    @Test
    void ids_that_the_locale_cannot_hold_are_refused_and_never_mixed() throws Exception {
        Path note = Files.writeString(folder.resolve("note.txt"), "I am allergic to nuts.");
        CommandRun first = memu("C", "memorize", note.toString(), "--user", "J\u00fcrgen");
        Assumptions.assumeFalse(first.code() == 0, "this JVM reads arguments as UTF-8 in every locale");

        assertThat(first.code()).isEqualTo(2);
        assertThat(first.err())
                .contains("of the command has characters that the locale")
                .contains("LC_ALL=C.UTF-8")
                .doesNotContain("rgen");
        assertThat(folder.resolve("memu.db")).doesNotExist();
        assertThat(memu("C", "memorize", note.toString(), "--user", "Jurgen").code())
                .isZero();
        assertThat(memu("C", "erase", "--yes", "--user", "J\u00f6rgen").code()).isEqualTo(2);

        assertThat(memu("C.UTF-8", "memorize", note.toString(), "--user", "J\u00fcrgen")
                        .code())
                .isZero();
        assertThat(users()).containsExactly("Jurgen", "J\u00fcrgen");
    }

    private List<String> users() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memu.db"));
                ResultSet rows =
                        connection.createStatement().executeQuery("select user_id from memu_scopes order by user_id")) {
            List<String> users = new ArrayList<>();
            while (rows.next()) {
                users.add(rows.getString(1));
            }
            return users;
        }
    }

    /** A shell passes the bytes of UTF-8, whatever locale this JVM has. */
    private CommandRun memu(String locale, String... args) throws IOException, InterruptedException {
        Path script = folder.resolve("run.sh");
        StringBuilder line = new StringBuilder("exec env LC_ALL=" + locale + " '"
                + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -cp \"$MEMU_TEST_PATH\" "
                + Main.class.getName() + " --db '" + folder.resolve("memu.db") + "'");
        for (String arg : args) {
            line.append(" '").append(arg).append('\'');
        }
        Files.writeString(script, line, StandardCharsets.UTF_8);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("MEMU_TEST_PATH", System.getProperty("java.class.path"));
        int code = builder.start().waitFor();
        return new CommandRun(code, Files.readString(out), Files.readString(err));
    }
}
