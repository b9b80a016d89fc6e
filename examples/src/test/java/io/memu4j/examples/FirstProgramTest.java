package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a first program, which has configured no logging, writes beside its own results: nothing. */
class FirstProgramTest {
    @TempDir
    Path folder;

    /** The program. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                    .database(DatabaseConfig.sqlite(Path.of(args[0])))
                    .llm(LlmConfig.local())
                    .build()) {
                memu.service("ana", "assistant")
                        .memorize(
                                MemorizeRequest.append("chat", List.of(ConversationMessage.user("I live in Turku."))));
                System.out.println("done");
            }
        }
    }

    @Test
    void libraries_log_nothing_of_their_start_unless_logging_is_configured() throws Exception {
        assertThat(output("first.db")).containsExactly("done");

        Path configured = Files.writeString(
                folder.resolve("logging.properties"), "handlers=java.util.logging.ConsoleHandler\n.level=INFO\n");
        assertThat(output("second.db", "-Djava.util.logging.config.file=" + configured))
                .anyMatch(line -> line.contains("memu4j-sqlite"));
    }

    private List<String> output(String database, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        if (Runtime.version().feature() >= 24) { // which warns of native libraries, here SQLite's
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        command.add(folder.resolve(database).toString());
        Path said = folder.resolve(database + ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(said);
    }
}
