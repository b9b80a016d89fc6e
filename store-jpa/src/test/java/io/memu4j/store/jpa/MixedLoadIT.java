package io.memu4j.store.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.PageRequest;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.store.ScopeStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes with eight threads each read and write one database: no error reaches a caller, nothing acknowledged is lost, each
 * revision counts the acknowledged changes, and what one wrote the other finds. Four seconds; {@code -Dmemu4j.load.seconds=60} for a
 * long run.
 */
class MixedLoadIT {
    private static final int SECONDS = Integer.getInteger("memu4j.load.seconds", 4);

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Integer> changes = new TreeMap<>();
    private final Map<String, Set<String>> words = new TreeMap<>();

    @TempDir
    Path folder;

    @Test
    void on_one_sqlite_file() throws Exception {
        try (TestDatabase database = TestDatabase.sqlite()) {
            requireOrder(database, "sqlite");
        }
    }

    @Test
    void on_postgresql() throws Exception {
        try (TestDatabase database = TestDatabase.postgresql()) {
            requireOrder(database, "postgresql");
        }
    }

    private void requireOrder(TestDatabase database, String kind) throws Exception {
        Process one = start(database.config(), "a");
        Process other = start(database.config(), "b");
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> follow(one, other));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> follow(other, one));
        first.join();
        second.join();
        assertThat(one.waitFor()).as(read("a")).isZero();
        assertThat(other.waitFor()).as(read("b")).isZero();
        System.err.println("mixed load on " + kind + ": " + SECONDS + " s, "
                + changes.values().stream().mapToInt(n -> n).sum() + " acknowledged changes, " + complaints.size()
                + " complaints");
        assertThat(complaints).isEmpty();
        assertThat(changes).isNotEmpty();
        for (Map.Entry<String, Integer> user : changes.entrySet()) {
            ScopeStore scope = database.store().in(new MemoryScope(user.getKey(), "agent"));
            assertThat(scope.watermark().revision()).as(user.getKey()).isEqualTo((long) user.getValue());
            assertThat(storedWords(scope)).isEqualTo(words.getOrDefault(user.getKey(), Set.of()));
        }
        assertThat(database.store().examine(false)).isEmpty();
    }

    /** Notes what one says, and tells the other what it wrote. */
    private void follow(Process speaker, Process listener) {
        PrintStream told = new PrintStream(listener.getOutputStream(), true, UTF_8);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(speaker.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
                if (line.startsWith("wrote ")) {
                    told.println(line.substring("wrote ".length()));
                }
            }
        } catch (IOException e) {
            note("error " + e);
        }
    }

    private synchronized void note(String line) {
        String[] parts = line.split(" ");
        switch (parts[0]) {
            case "wrote" -> {
                changes.merge(parts[1], 1, Integer::sum);
                words.computeIfAbsent(parts[1], user -> new TreeSet<>()).add(parts[2]);
            }
            case "deleted" -> changes.merge(parts[1], 1, Integer::sum);
            case "end" -> {}
            default -> complaints.add(line);
        }
    }

    private static Set<String> storedWords(ScopeStore scope) {
        Set<String> found = new TreeSet<>();
        scope.resources(ResourceFilter.ALL, PageRequest.first(100))
                .rows()
                .forEach(resource -> scope.passagesOf(resource.id()).forEach(passage -> {
                    String text = passage.text();
                    found.add(text.substring(text.lastIndexOf(' ') + 1, text.length() - 1));
                }));
        return found;
    }

    private Process start(DatabaseConfig config, String name) throws IOException {
        Path file = config.file();
        String url = file == null ? Objects.requireNonNull(config.url()) : "jdbc:sqlite:" + file;
        ProcessBuilder builder = ChildJvm.of(
                LoadTarget.class,
                url,
                Objects.requireNonNullElse(config.user(), ""),
                Objects.requireNonNullElse(config.password(), ""),
                name,
                Integer.toString(SECONDS));
        return ChildJvm.started(builder, folder.resolve(name + ".txt"));
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".txt"));
    }
}
