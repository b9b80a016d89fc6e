package io.memu4j.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.Redactor;
import io.memu4j.error.ConfigurationException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Models;
import io.memu4j.transfer.ExportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a redactor takes out is neither stored nor shown to a model. */
abstract class RedactionScenarios extends ServiceTopic {
    private static final String SECRET = "swordfish7";
    private static final String SAID = "I live in Porto, and my password is " + SECRET + ".";

    private final ScriptedChatModel chat = new ScriptedChatModel().otherwise(request -> "{}");

    @Test
    void nothing_that_is_taken_out_of_a_text_is_stored_or_sent_to_a_model() throws IOException {
        MemoryServiceFactory redacting = redacting(Redactor.secrets());
        MemoryService memory = redacting.service(ana.scope());

        memory.memorize(MemorizeRequest.append("chat", List.of(ConversationMessage.user("Ana", SAID))));
        memory.memorize(MemorizeRequest.append(
                "chat", List.of(ConversationMessage.user("Ana", "Really, the password is " + SECRET + "!"))));
        memory.memorize(MemorizeRequest.bytes("notes", SAID.getBytes(UTF_8), "notes.txt"));
        MemoryItem created = memory.items().create(NewItem.of(MemoryType.PROFILE, "Her password is " + SECRET));
        memory.items().update(created.id(), ItemUpdate.summary("The new password is " + SECRET + "x"));
        memory.retrieve(RetrieveRequest.of("Where do I live? The password is " + SECRET)
                .withContext(List.of(ConversationMessage.user(SAID))));

        ByteArrayOutputStream everything = new ByteArrayOutputStream();
        redacting.transfer().exportTo(everything, ExportOptions.scope(memory.scope()));
        assertThat(everything.toString(UTF_8))
                .contains("I live in Porto", "[secret]")
                .doesNotContain(SECRET);
        assertThat(String.join("\n", model.texts())).contains("[secret]");
        assertThat(model.texts()).noneMatch(text -> text.contains(SECRET));
        assertThat(chat.requests())
                .extracting(RedactionScenarios::words)
                .isNotEmpty()
                .noneMatch(text -> text.contains(SECRET));
        try (Stream<Path> copies = Files.walk(folder)) {
            assertThat(copies.filter(Files::isRegularFile).filter(file -> contains(file, SECRET)))
                    .isEmpty();
        }
    }

    @Test
    void a_source_that_was_redacted_is_recognised_again() {
        MemoryService memory = redacting(Redactor.secrets(), Models.of(model)).service(ana.scope());
        MemorizeRequest request = MemorizeRequest.text("notes", SAID);

        memory.memorize(request);
        assertThat(memory.memorize(request).unchanged()).isTrue();
    }

    @Test
    @SuppressWarnings("NullAway") // a redactor of an application may return null
    void a_redactor_that_fails_lets_nothing_be_stored() {
        MemoryService throwing = redacting(text -> {
                    throw new IllegalStateException("cannot redact " + text);
                })
                .service(ana.scope());
        MemoryService nothing = redacting(text -> null).service(ana.scope());

        for (MemoryService memory : List.of(throwing, nothing)) {
            assertThatThrownBy(() -> memory.memorize(MemorizeRequest.text("notes", SAID)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("redactor")
                    .hasMessageNotContaining(SECRET)
                    .hasNoCause();
            assertThatThrownBy(() -> memory.items().create(NewItem.of(MemoryType.PROFILE, SAID)))
                    .isInstanceOf(ConfigurationException.class);
            assertThat(memory.counts().isEmpty()).isTrue();
        }
        assertThat(model.texts()).isEmpty();
    }

    private MemoryServiceFactory redacting(Redactor redactor) {
        return redacting(redactor, new ScriptedModels(chat, null, null, model));
    }

    private MemoryServiceFactory redacting(Redactor redactor, Models models) {
        return MemoryServiceFactory.builder()
                .store(fixture().store())
                .llm(models)
                .blobs(BlobConfig.folder(folder))
                .redactor(redactor)
                .build();
    }

    private static String words(ChatRequest request) {
        return request.system() + "\n" + request.user();
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), UTF_8).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
