package io.memu4j.store.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.PurgeOutcome;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.PageRequest;
import io.memu4j.model.ResourceFilter;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another process keeps SQLite's write lock for longer than SQLite waits: whatever is called meanwhile waits on and succeeds. Each
 * operation has a database of its own, so that no other writer of this process makes it wait.
 */
class LockedElsewhereIT {
    /** SQLite waits for five. */
    private static final long LOCKED_SECONDS = 8;

    /** They change the database, so that they cannot end before the lock does. */
    private static final List<String> WRITING =
            List.of("memorize", "delete", "erase", "clear", "reembed", "import", "restore");

    /** A purge may put itself off. */
    private static final List<String> OTHERS = List.of("purge", "backup", "retrieve", "doctor", "export", "open");

    private final Map<String, MemoryServiceFactory> opened = new LinkedHashMap<>();

    @TempDir
    Path root;

    private ExecutorService threads;

    @BeforeEach
    void open() {
        threads = Executors.newCachedThreadPool();
        for (String operation : names()) {
            MemoryServiceFactory memu = OrderedMemory.open(database(operation), copies(operation));
            opened.put(operation, memu);
            memu.service(OrderedMemory.SCOPE)
                    .memorize(MemorizeRequest.append("chat before", OrderedMemory.messages("before")));
        }
        opened.get("restore").admin().backup(root.resolve("backup of before"));
        opened.get("import").transfer().exportTo(root.resolve("before.jsonl"), ExportOptions.all());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        opened.values().forEach(MemoryServiceFactory::close);
    }

    @Test
    void a_lock_of_another_process_reaches_no_caller() throws Exception {
        Process locking = ChildJvm.started(
                ChildJvm.of(
                        LockingProcess.class,
                        names().stream().map(name -> file(name).toString()).toArray(String[]::new)),
                root.resolve("errors.txt"));
        try (BufferedReader said = new BufferedReader(new InputStreamReader(locking.getInputStream(), UTF_8))) {
            assertThat(said.readLine()).isEqualTo("locked");
            Map<String, Future<?>> running = new LinkedHashMap<>();
            for (String operation : names()) {
                running.put(operation, threads.submit(operation(operation)));
            }
            TimeUnit.SECONDS.sleep(LOCKED_SECONDS);
            for (String operation : WRITING) {
                assertThat(running.get(operation)).as(operation).matches(future -> !future.isDone());
            }
            new PrintStream(locking.getOutputStream(), true, UTF_8).println("commit");
            assertThat(said.readLine()).isEqualTo("free");
            for (Map.Entry<String, Future<?>> operation : running.entrySet()) {
                assertThat(operation.getValue()).as(operation.getKey()).succeedsWithin(Duration.ofMinutes(1));
            }
        } finally {
            locking.destroy();
        }
        requireDone();
    }

    private Callable<?> operation(String name) {
        MemoryServiceFactory memu = opened.get(name);
        MemoryService memory = memu.service(OrderedMemory.SCOPE);
        return switch (name) {
            case "memorize" ->
                () -> memory.memorize(MemorizeRequest.append("chat after", OrderedMemory.messages("after")));
            case "delete" -> () -> memory.resources().delete(only(memory));
            case "erase" -> () -> memu.admin().eraseUser(OrderedMemory.SCOPE.userId());
            case "clear" ->
                () -> {
                    memory.clear();
                    return name;
                };
            case "reembed" -> () -> memu.admin().reembed(ReembedRequest.ALL.withModel(new HashedWordsModel(32)));
            case "import" ->
                () -> memu.transfer().importFrom(root.resolve("before.jsonl"), ImportOptions.DEFAULT.withUser("ben"));
            case "restore" ->
                () -> MemoryBackup.restore(
                        root.resolve("backup of before"),
                        RestoreOptions.into(database(name))
                                .withBlobs(BlobConfig.folder(copies(name)))
                                .replacing());
            case "purge" -> () -> requireDoneOrExplained(memu.admin().purge());
            case "backup" -> () -> memu.admin().backup(root.resolve("backup of now"));
            case "retrieve" -> () -> memory.retrieve("Which river?");
            case "doctor" ->
                () -> {
                    assertThat(memu.admin().doctor(true).findings()).isEmpty();
                    return name;
                };
            case "export" -> () -> memu.transfer().exportTo(root.resolve("now.jsonl"), ExportOptions.all());
            case "open" ->
                () -> {
                    OrderedMemory.open(database(name), copies(name)).close();
                    return name;
                };
            default -> throw new IllegalArgumentException(name);
        };
    }

    private void requireDone() {
        assertThat(sources("memorize")).containsExactlyInAnyOrder("chat before", "chat after");
        assertThat(sources("delete")).isEmpty();
        assertThat(sources("erase")).isEmpty();
        assertThat(sources("clear")).isEmpty();
        assertThat(sources("restore")).containsExactly("chat before");
        assertThat(opened.get("import").admin().scopes(null, 10)).hasSize(2);
        assertThat(opened.get("purge").admin().purge().done()).isTrue();
        MemoryBackup.verify(root.resolve("backup of now"));
        opened.forEach(
                (operation, memu) -> assertThat(memu.admin().doctor(false).findings())
                        .as(operation)
                        .extracting(finding -> finding.problem().contains("on another embedding model"))
                        .isEqualTo(operation.equals("reembed") ? List.of(true) : List.of()));
    }

    private List<String> sources(String operation) {
        return opened
                .get(operation)
                .service(OrderedMemory.SCOPE)
                .resources()
                .list(ResourceFilter.ALL, PageRequest.first(10))
                .rows()
                .stream()
                .map(resource -> resource.sourceKey())
                .toList();
    }

    private static PurgeOutcome requireDoneOrExplained(PurgeOutcome outcome) {
        assertThat(outcome.done() || outcome.explanation().contains("Purge again"))
                .as(outcome.explanation())
                .isTrue();
        return outcome;
    }

    private static String only(MemoryService memory) {
        return memory.resources()
                .list(ResourceFilter.ALL, PageRequest.first(1))
                .rows()
                .get(0)
                .id();
    }

    private static List<String> names() {
        return Stream.concat(WRITING.stream(), OTHERS.stream()).toList();
    }

    private DatabaseConfig database(String operation) {
        return DatabaseConfig.sqlite(file(operation));
    }

    private Path file(String operation) {
        return root.resolve(operation).resolve("memu.db");
    }

    private Path copies(String operation) {
        return root.resolve(operation).resolve("copies");
    }
}
