package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedProgramIT {
    @TempDir
    Path folder;

    @Test
    void memorizing_writes_the_result_and_nothing_else_in_utf_8_whatever_the_locale() throws Exception {
        writeChat();
        PackagedProgram memu = PackagedProgram.in(folder).withEnvironment("LC_ALL", "C");

        CommandRun memorized = memu.run("memorize", "chat.json", "--json");
        CommandRun found = memu.run("retrieve", "What does she drink?", "--json");

        assertThat(memorized.err()).isEmpty();
        assertThat(memorized.code()).isZero();
        assertThat(memorized.json()).hasSize(1);
        assertThat(found.err()).isEmpty();
        assertThat(found.json().get("passages").get(0).get("text").textValue()).contains("crème brûlée ☕🙂");
        assertThat(folder.resolve("data/memu.db")).exists();
    }

    @Test
    void the_exit_code_tells_done_failed_and_wrong_usage() throws Exception {
        PackagedProgram memu = PackagedProgram.in(folder);

        assertThat(memu.run("list", "items").code()).isZero();
        CommandRun failed = memu.run("memorize", "missing.json");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).matches("memu: .*missing\\.json.*\\n");
        assertThat(memu.run("memorise").code()).isEqualTo(2);
    }

    @Test
    void results_that_do_not_arrive_are_a_failure() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a device that is always full");
        writeChat();
        PackagedProgram memu = PackagedProgram.in(folder);
        memu.run("memorize", "chat.json");

        for (List<String> command : List.of(List.of("export", "--all", "-"), List.of("list", "items"))) {
            Path err = folder.resolve("full.txt");
            int code = memu.started(full, err, command.toArray(String[]::new)).waitFor();
            assertThat(code).as("%s", command).isEqualTo(1);
            assertThat(PackagedProgram.text(err)).matches("memu: The output could not be written to its end.*\\n");
        }
    }

    @Test
    void a_stack_trace_is_for_those_who_ask() throws Exception {
        PackagedProgram memu = PackagedProgram.in(folder);

        assertThat(memu.run("show", "x").err()).doesNotContain("\tat ");
        assertThat(memu.run("show", "x", "--debug").err()).contains("\tat io.memu4j.cli.");
    }

    @Test
    void listing_loads_no_model_and_no_liquibase() throws Exception {
        writeChat();
        Path classes = folder.resolve("classes.txt");
        PackagedProgram.in(folder).run("memorize", "chat.json");

        CommandRun listed = PackagedProgram.in(folder)
                .withOption("-Xlog:class+load:file=" + classes)
                .run("list", "items");

        assertThat(listed.code()).isZero();
        assertThat(PackagedProgram.text(classes))
                .contains(" io.memu4j.cli.command.ListCommand ")
                .doesNotContain(" liquibase.", " ai.onnxruntime.", " ai.djl.", " dev.langchain4j.", " org.h2.");
    }

    private void writeChat() throws IOException {
        Files.writeString(
                folder.resolve("chat.json"),
                """
                [{"role": "user", "name": "Zoë", "content": "I drink my coffee with crème brûlée ☕🙂 every morning."},
                 {"role": "user", "name": "Kim", "content": "My brother repairs old bicycles in Ghent."}]
                """);
    }
}
