package io.memu4j.benchmarks.quality;

import com.sun.management.OperatingSystemMXBean;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.ConversationMessage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The time of memorizing one conversation of 600 messages on SQLite without a key: a made-up one, or the first 600 messages of a
 * conversation in the neutral form. {@code [--quick] [DIR]}. The model is loaded by a small chat before; {@code --quick} takes 60 messages.
 */
public final class MemorizeBenchmark {
    private MemorizeBenchmark() {}

    /** Works in a new temporary folder, which it leaves behind. */
    public static void main(String[] args) throws IOException {
        List<String> rest = new ArrayList<>(List.of(args));
        int count = rest.remove("--quick") ? 60 : 600;
        List<ConversationMessage> messages = rest.isEmpty() ? SmallTalk.of(count) : first(count, Path.of(rest.get(0)));
        Path folder = Files.createTempDirectory("memu4j-memorize");
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .llm(LlmConfig.local())
                .build()) {
            memu.service("warm-up", "agent").memorize(MemorizeRequest.messages("chat", SmallTalk.of(20)));
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            MemorizeResult result = memu.service("ana", "agent").memorize(MemorizeRequest.messages("chat", messages));
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
            int processors = Runtime.getRuntime().availableProcessors();
            System.out.printf(
                    Locale.ROOT,
                    "memorize %d messages, %d items: %.1f s, CPU of all threads %.1f s = %.1f s on each of %d processors%n",
                    messages.size(),
                    result.items().size(),
                    seconds,
                    cpuSeconds,
                    cpuSeconds / processors,
                    processors);
        }
    }

    private static List<ConversationMessage> first(int count, Path folder) {
        Conversation conversation =
                new ConversationReader(false, System.err::println).read(folder).get(0);
        return conversation.sessions().values().stream()
                .flatMap(List::stream)
                .limit(count)
                .toList();
    }
}
