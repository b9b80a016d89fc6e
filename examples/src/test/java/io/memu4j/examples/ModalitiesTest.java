package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of documents and pictures do what they say. */
class ModalitiesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void a_web_page_is_found_under_its_headings() throws IOException {
        RetrieveResult found = Documents.run(folder, out);

        assertThat(found.passages().get(0).value().text())
                .isEqualTo("# Garden club > Next meeting\n\nWe meet on 12 June in the greenhouse.");
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("text/html\n# Garden club > Next meeting");
    }

    @Test
    void a_picture_is_described_in_one_call() throws IOException {
        ScriptedChatModel eyes = new ScriptedChatModel()
                .says(
                        "{\"caption\": \"A beach at dusk.\", \"description\": \"Two people walk along a beach at dusk.\"}");
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", photo);
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(new ScriptedModels(null, eyes, null, new HashedWordsModel(64)))
                .build()) {
            Pictures.run(memu.service("ana", "assistant"), photo.toByteArray(), out);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("A beach at dusk.\n1 calls\n");
    }
}
