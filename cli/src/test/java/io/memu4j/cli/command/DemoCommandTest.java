package io.memu4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.cli.CommandRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    private static final List<String> PROOFS = List.of("cashews", "coast of Wales", "Mill Lane");

    @TempDir
    Path folder;

    @Test
    void the_first_passage_of_each_answer_holds_the_answer() {
        String db = folder.resolve("demo.db").toString();

        JsonNode demo = CommandRun.of("demo", "--json", "--db", db).json();

        assertThat(demo.get("answers")).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(demo.get("answers")
                            .get(i)
                            .get("passages")
                            .get(0)
                            .get("text")
                            .textValue())
                    .contains(PROOFS.get(i));
        }
        CommandRun again = CommandRun.of("demo", "--db", db);
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .startsWith("Unchanged:")
                .contains("Q: ", "A: \"", "Nora, ", "in demo-conversation.json");
    }
}
