package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.MemoryException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.transfer.ExportOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program's log tells about its users at INFO and above: nothing. */
class LogContentTest {
    private static final String USER = "quillon.user";
    private static final String AGENT = "vexley.agent";
    private static final String TEXT = "I am allergic to zarberries.";
    private static final String QUESTION = "Which mordelnuts?";
    private static final List<String> SECRETS = List.of("quillon", "vexley", "zarberries", "mordelnuts", "pelgrin");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                lines.add(line.getLoggerName() + " " + line.getMessage() + " " + stackTrace(line.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void leave() {
        Logger.getLogger("").removeHandler(handler);
    }

    @Test
    void the_log_is_listened_to() {
        MemoryServiceFactory.builder().llm(LlmConfig.none()).build().close();

        assertThat(lines).anyMatch(line -> line.contains("No database is configured"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void no_line_holds_an_id_a_text_or_a_question(String kind) {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(database(kind, "memory"))
                .build()) {
            MemoryService memory = memu.service(USER, AGENT);
            memory.memorize(MemorizeRequest.append("pelgrin", List.of(ConversationMessage.user(TEXT))));
            memory.memorize(MemorizeRequest.bytes("pelgrin.txt", TEXT.getBytes(StandardCharsets.UTF_8), "pelgrin.txt"));
            memory.retrieve(QUESTION);
            assertThatThrownBy(() -> memory.memorize(
                            MemorizeRequest.bytes("pelgrin.bin", new byte[] {0, 1, 2, 3}, "pelgrin.bin")))
                    .isInstanceOf(MemoryException.class);
            memu.transfer().exportTo(new ByteArrayOutputStream(), ExportOptions.all());
            memu.admin().backup(folder.resolve("backup"));
            memu.admin().doctor(true);
            memu.admin().eraseUser(USER);
            memu.admin().purge();
        }
        MemoryBackup.restore(folder.resolve("backup"), RestoreOptions.into(database(kind, "restored")));

        assertThat(lines).noneMatch(line -> SECRETS.stream().anyMatch(line::contains));
    }

    private DatabaseConfig database(String kind, String name) {
        Path file = folder.resolve(name);
        return kind.equals("h2") ? DatabaseConfig.h2(file) : DatabaseConfig.sqlite(file);
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
