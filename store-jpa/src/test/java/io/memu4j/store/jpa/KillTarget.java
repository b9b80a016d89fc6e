package io.memu4j.store.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.transfer.ImportOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program that does things to several memories until it is killed, to each one kind of them again and again, in a thread of its own. It
 * says {@code N begin ...} before each and {@code N done} when it was acknowledged, where N is the number of the memory. Arguments, for each:
 * JDBC URL, folder, seed, the kind.
 */
final class KillTarget {
    static final String AGENT = "agent";
    static final int[] DIMENSIONS = {64, 32};
    static final List<String> USERS = List.of("ana", "ben");

    /** Those that can be aimed at, in an order in which a few in a row differ much. */
    static final List<String> KINDS =
            List.of("restore", "memorize", "erase", "backup", "migrate", "import", "append", "reembed", "delete");

    private final int number;
    private final DatabaseConfig database;
    private final Path folder;
    private final Random random;
    private JpaMemoryStore store;

    private KillTarget(int number, String url, Path folder, long seed) {
        this.number = number;
        this.database = DatabaseConfig.jdbc(url);
        this.folder = folder;
        this.random = new Random(seed);
        begin(Files.exists(folder.resolve("resources.lock")) ? "open" : "migrate", "-", "-", 0);
        this.store = JpaMemoryStore.open(database, Clock.systemUTC());
        done();
    }

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            System.err.print("Exception in thread " + thread.getName() + " ");
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        for (int n = 0; n < args.length / 4; n++) {
            int number = n;
            List<String> lane = List.of(args).subList(4 * n, 4 * n + 4);
            new Thread(() -> run(number, lane), lane.get(3)).start();
        }
    }

    private static void run(int number, List<String> lane) {
        String kind = lane.get(3);
        try {
            KillTarget target = new KillTarget(number, lane.get(0), Path.of(lane.get(1)), Long.parseLong(lane.get(2)));
            for (int acts = target.random.nextInt(3); acts > 0; acts--) {
                target.act(KINDS.get(target.random.nextInt(KINDS.size())));
            }
            while (true) {
                target.act(kind);
                target.act(target.random.nextInt(3) == 0 ? "delete" : "memorize");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path backups(Path folder) {
        return folder.resolve("backups");
    }

    static Path export(Path folder) {
        return folder.resolve("export.jsonl");
    }

    static BlobConfig copies(Path folder) {
        return BlobConfig.folder(folder.resolve("resources"));
    }

    /** Messages with the speaker, each a statement to remember. */
    static List<ConversationMessage> messages(String key, int count) {
        return IntStream.range(0, count)
                .mapToObj(n ->
                        ConversationMessage.user("Ana", "I visited the town number " + n + " of the tour " + key + "."))
                .toList();
    }

    private void act(String what) throws IOException {
        String user = USERS.get(random.nextInt(USERS.size()));
        int number = random.nextInt(3);
        switch (what) {
            case "memorize" -> write(user, "file-" + number, 1 + random.nextInt(4));
            case "append" -> write(user, "chat-" + number, 1 + random.nextInt(4));
            case "delete" -> delete(user);
            case "erase" -> erase(user);
            case "reembed" -> reembed(user);
            case "import" -> importAs("import-" + random.nextInt(1_000_000));
            case "backup" -> backup("backup-" + random.nextInt(1_000_000));
            case "restore" -> restore();
            case "migrate" -> {} // done at the start, once in the life of a database
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void write(String user, String key, int messages) {
        MemoryService service = admin(user).service(user, AGENT);
        if (key.startsWith("file-")) {
            String json = messages(key, messages).stream()
                    .map(m -> "{\"role\":\"user\",\"name\":\"Ana\",\"content\":\"" + m.content() + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            begin("memorize", user, key, messages);
            service.memorize(MemorizeRequest.bytes(key, json.getBytes(UTF_8), "chat.json"));
        } else {
            begin("append", user, key, messages);
            service.memorize(MemorizeRequest.append(key, messages(key, messages)));
        }
        done();
    }

    /** Any source of the user, who is given one where there is none. */
    private void delete(String user) {
        requireSomething(user);
        MemoryService service = admin(user).service(user, AGENT);
        List<Resource> all = service.resources()
                .list(ResourceFilter.ALL, PageRequest.first(100))
                .rows();
        Resource chosen = all.get(random.nextInt(all.size()));
        begin("delete", user, chosen.sourceKey(), 0);
        service.resources().delete(chosen.id());
        done();
    }

    private void erase(String user) {
        requireSomething(user);
        begin("erase", user, "-", 0);
        admin(user).admin().eraseScope(new MemoryScope(user, AGENT));
        done();
    }

    /** With the model the user's memory is not on. */
    private void reembed(String user) {
        requireSomething(user);
        var space = store.in(new MemoryScope(user, AGENT)).watermark().activeSpace();
        int dimension = DIMENSIONS[space != null && space.dimension() == DIMENSIONS[0] ? 1 : 0];
        begin("reembed", user, "-", dimension);
        admin(user)
                .admin()
                .reembed(ReembedRequest.ALL
                        .withUser(user)
                        .withModel(new HashedWordsModel(dimension))
                        .withBatch(3));
        done();
    }

    private void requireSomething(String user) {
        for (int n = 0; n < 3 && store.in(new MemoryScope(user, AGENT)).counts().resources() < 2; n++) {
            write(user, "file-" + n, 2 + n);
        }
    }

    private void importAs(String user) {
        begin("import", user, "-", 0);
        admin(user).transfer().importFrom(export(folder), ImportOptions.DEFAULT.withUser(user));
        done();
    }

    private void backup(String name) throws IOException {
        Files.createDirectories(backups(folder));
        begin("backup", "-", name, 0);
        admin(USERS.get(0)).admin().backup(backups(folder).resolve(name));
        done();
    }

    private void restore() throws IOException {
        Files.createDirectories(backups(folder));
        List<Path> all;
        try (Stream<Path> names = Files.list(backups(folder))) {
            all = names.filter(path -> path.getFileName().toString().startsWith("backup-"))
                    .toList();
        }
        if (all.isEmpty()) {
            requireSomething(USERS.get(0));
            backup("backup-0");
            restore();
            return;
        }
        Path chosen = all.get(random.nextInt(all.size()));
        store.close();
        begin("restore", "-", chosen.getFileName().toString(), 0);
        MemoryBackup.restore(
                chosen, RestoreOptions.into(database).withBlobs(copies(folder)).replacing());
        done();
        store = JpaMemoryStore.open(database, Clock.systemUTC());
    }

    /** A factory on the model that the user's memory is on. Never closed: that would close the store. */
    private MemoryServiceFactory admin(String user) {
        var space = store.in(new MemoryScope(user, AGENT)).watermark().activeSpace();
        return factory(store, folder, space == null ? DIMENSIONS[0] : space.dimension());
    }

    static MemoryServiceFactory factory(JpaMemoryStore store, Path folder, int dimension) {
        return MemoryServiceFactory.builder()
                .store(store)
                .llm(Models.of(new HashedWordsModel(dimension)))
                .blobs(copies(folder))
                .build();
    }

    private void begin(String what, String user, String key, int count) {
        say("begin " + what + " " + user + " " + key + " " + count);
    }

    private void done() {
        say("done");
    }

    private void say(String words) {
        System.out.println(number + " " + words);
        System.out.flush();
    }
}
