package io.memu4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.CommandRun;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReembedCommandTest {
    @TempDir
    Path folder;

    @Test
    void memories_of_another_model_are_changed_over_once() {
        memorizeWithAnotherModel("ana");
        memorizeWithAnotherModel("ben");
        CommandRun refused = memu("retrieve", "the dog", "--user", "ana");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("memu reembed");

        JsonNode report = memu("reembed", "--user", "ana", "--json").json();
        assertThat(report.get("changed_over").intValue()).isEqualTo(1);
        assertThat(report.get("memories").intValue()).isEqualTo(1);
        assertThat(report.get("embedded").intValue())
                .isPositive()
                .isEqualTo(report.get("discarded").intValue());
        assertThat(memu("retrieve", "the dog", "--user", "ana", "--json").json().get("passages"))
                .isNotEmpty();
        assertThat(memu("retrieve", "the dog", "--user", "ben").code()).isEqualTo(1);

        assertThat(memu("reembed", "--rate", "5000", "--batch", "2").out())
                .startsWith("Changed 1 of 2 memories over to ");
        assertThat(memu("retrieve", "the dog", "--user", "ben").code()).isZero();
        assertThat(memu("reembed").out()).contains("0 vectors made, 0 old ones deleted");
    }

    @Test
    void an_unknown_model_is_refused_before_anything_is_done() {
        memorizeWithAnotherModel("ana");
        CommandRun run = memu("reembed", "--embedding-model", "no-such-model");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).matches("memu: .*no-such-model.*\\n");
        assertThat(memu("status", "--user", "ana", "--json")
                        .json()
                        .get("embedding_space")
                        .textValue())
                .isEqualTo("lengths/2");
    }

    private void memorizeWithAnotherModel(String user) {
        try (MemoryServiceFactory factory = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .llm(Models.of(new Lengths()))
                .build()) {
            factory.service(user, "default")
                    .memorize(MemorizeRequest.text("notes", "I love my dog Bruno.\n\nHe is six years old."));
        }
    }

    private CommandRun memu(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--db";
        all[1] = folder.resolve("memu.db").toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return CommandRun.of(all);
    }

    /** Knows of a text how long it is. */
    private static final class Lengths implements TextEmbedder {
        @Override
        public EmbeddingSpace space() {
            return new EmbeddingSpace("lengths", 2);
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            return texts.stream().map(this::embedQuery).toList();
        }

        @Override
        public float[] embedQuery(String query) {
            double angle = 1.0 / (1 + query.length());
            return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }
    }
}
