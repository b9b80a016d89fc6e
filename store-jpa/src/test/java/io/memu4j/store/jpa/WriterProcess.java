package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome.Applied;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A program that writes change sets of one kind to a scope, and prints the id of each item after it was acknowledged. */
final class WriterProcess {
    static final MemoryScope SCOPE = new MemoryScope("writer", "agent");

    private WriterProcess() {}

    /** Arguments: JDBC URL, user, password, how many. */
    public static void main(String[] args) {
        DatabaseConfig config = DatabaseConfig.jdbc(args[0]);
        if (!args[1].isEmpty()) {
            config = config.withCredentials(args[1], args[2]);
        }
        try (MemoryStore store = JpaMemoryStore.open(config, Clock.systemUTC())) {
            ScopeStore scope = store.in(SCOPE);
            for (int n = 0; n < Integer.parseInt(args[3]); n++) {
                System.out.println(write(scope));
            }
        }
    }

    /** One resource, two passages, one item, two vectors, in one change set. */
    private static String write(ScopeStore scope) {
        Resource chat = Rows.resource("chat " + UUID.randomUUID());
        Passage first = Rows.passage(chat, 0);
        Passage second = Rows.passage(chat, 1);
        MemoryItem item = Rows.item("Statement of " + chat.id(), List.of(first.id(), second.id()), List.of());
        ChangeSet changes = ChangeSet.builder()
                .put(chat)
                .put(first)
                .put(second)
                .put(item)
                .put(Rows.vector(OwnerKind.PASSAGE, first.id(), 1))
                .put(Rows.vector(OwnerKind.ITEM, item.id(), 2))
                .build();
        if (!(scope.apply(changes) instanceof Applied)) {
            throw new IllegalStateException("Refused");
        }
        return item.id();
    }

    static Process start(DatabaseConfig config, int writes) throws IOException {
        Path file = config.file();
        String url = file == null
                ? Objects.requireNonNull(config.url())
                : "jdbc:" + (config.kind() == DatabaseConfig.Kind.SQLITE ? "sqlite:" + file : "h2:file:" + file);
        return ChildJvm.of(
                        WriterProcess.class,
                        url,
                        Objects.requireNonNullElse(config.user(), ""),
                        Objects.requireNonNullElse(config.password(), ""),
                        Integer.toString(writes))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static BufferedReader acknowledged(Process writer) {
        return new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8));
    }
}
