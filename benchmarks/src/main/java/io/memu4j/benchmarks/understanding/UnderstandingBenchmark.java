package io.memu4j.benchmarks.understanding;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.llm.local.LocalModelProvider;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.store.memory.InMemoryStoreProvider;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures what is kept of labelled sentences without a chat model, through the public API with its default settings.
 * {@code [--items] [DIR]}: DIR holds {@code .jsonl} files of labelled conversations, otherwise those of the tests of core are taken;
 * {@code --items} prints the items of each conversation too. Exit codes: 0 measured, 1 the files cannot be read, 2 wrong arguments.
 */
public final class UnderstandingBenchmark {
    private static final String OWN = "core/src/test/resources/understanding";

    private final PrintStream out;
    private final Map<String, UnderstandingScore> byFile = new TreeMap<>();
    private final Map<String, UnderstandingScore> byLanguage = new TreeMap<>();
    private final Map<String, UnderstandingScore> byKind = new TreeMap<>();

    private UnderstandingBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the measurement and prints a table. */
    public static void main(String[] args) {
        List<String> rest = new ArrayList<>(List.of(args));
        boolean items = rest.remove("--items");
        if (rest.size() > 1 || rest.stream().anyMatch(argument -> argument.startsWith("-"))) {
            fail(2, "usage: understanding [--items] [DIR]");
        }
        Path folder =
                rest.isEmpty() ? Path.of(System.getProperty("memu.benchmarks.root", "."), OWN) : Path.of(rest.get(0));
        try {
            new UnderstandingBenchmark(System.out).measure(folder, items);
        } catch (JsonProcessingException e) {
            fail(1, "A file of " + folder + " is not as labelled conversations are written: " + e.getOriginalMessage());
        } catch (IOException e) {
            fail(1, folder + " cannot be read (" + e.getMessage() + "). Expected a folder of .jsonl files.");
        }
    }

    private static void fail(int code, String why) {
        System.err.println("understanding: " + why);
        System.exit(code);
    }

    private void measure(Path folder, boolean printItems) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .store(new InMemoryStoreProvider().open(DatabaseConfig.memory(), Clock.systemUTC()))
                .blobs(BlobConfig.memory())
                .llm(new LocalModelProvider().create(LlmConfig.local()))
                .build()) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                for (LabelledConversation conversation : LabelledConversation.read(file)) {
                    List<KeptItem> items = items(conversation, memu.service(name + "/" + conversation.id(), "agent"));
                    score(byFile, name).add(conversation, items);
                    score(byLanguage, conversation.language()).add(conversation, items);
                    score(byKind, conversation.kind()).add(conversation, items);
                    if (printItems) {
                        print(conversation, items);
                    }
                }
            }
        }
        printTables();
    }

    private static UnderstandingScore score(Map<String, UnderstandingScore> scores, String key) {
        return scores.computeIfAbsent(key, k -> new UnderstandingScore());
    }

    private static List<KeptItem> items(LabelledConversation conversation, MemoryService memory) {
        MemorizeResult result = memory.memorize(MemorizeRequest.messages(
                "chat",
                conversation.messages().stream()
                        .map(LabelledConversation.Turn::message)
                        .toList()));
        Map<String, Integer> messages = memory
                .resources()
                .passages(result.resource().id())
                .stream()
                .collect(Collectors.toMap(Passage::id, Passage::index));
        Map<String, String> topics =
                memory.categories().list().stream().collect(Collectors.toMap(Category::id, Category::name));
        return result.items().stream()
                .map(item -> kept(item, messages::get, topics::get))
                .toList();
    }

    private static KeptItem kept(MemoryItem item, Function<String, Integer> messages, Function<String, String> topics) {
        return new KeptItem(
                item.summary(),
                item.type().name(),
                item.passageIds().stream().map(messages).collect(Collectors.toSet()),
                item.categoryIds().stream().map(topics).collect(Collectors.toSet()),
                item.happenedAt());
    }

    private void print(LabelledConversation conversation, List<KeptItem> items) {
        out.println(conversation.id());
        for (KeptItem item : items) {
            out.println("  [" + item.type() + "] " + item.topics() + " "
                    + (item.happenedAt() == null ? "" : item.happenedAt().start() + " ") + item.text());
        }
    }

    private void printTables() {
        out.println(
                "recall, precision, type, topic, time: percent. bare: without the sentence it hangs on. wrong: not verbatim.");
        out.println(
                "must-, kept, %: sentences that must not be kept, and how many are. t.wrong: a time that is not the sentence's.");
        for (Map<String, UnderstandingScore> scores : List.of(byFile, byLanguage, byKind)) {
            out.printf("%n%-32s %s%n", "", UnderstandingScore.HEADER);
            scores.forEach((name, score) -> out.printf("%-32s %s%n", name, score));
        }
    }
}
