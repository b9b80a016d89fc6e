package io.memu4j.store.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.memu4j.MemorizeRequest;
import io.memu4j.MemoryBackup;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.RestoreOptions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Message;
import io.memu4j.model.Resource;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.PageRequest;
import io.memu4j.spi.store.ResourceFilter;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.vector.ReembedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program that does random things to a memory until it is killed. It says {@code begin ...} before each and {@code done} when it was
 * acknowledged. Arguments: JDBC URL, folder, seed.
 */
final class KillTarget {
    static final String AGENT = "agent";
    static final int[] DIMENSIONS = {64, 32};
    static final List<String> USERS = List.of("ana", "ben");

    private final DatabaseConfig database;
    private final Path folder;
    private final Random random;
    private JpaMemoryStore store;

    private KillTarget(DatabaseConfig database, Path folder, long seed) {
        this.database = database;
        this.folder = folder;
        this.random = new Random(seed);
        this.store = JpaMemoryStore.open(database);
    }

    public static void main(String[] args) throws Exception {
        say("begin migrate - - 0");
        KillTarget target = new KillTarget(DatabaseConfig.jdbc(args[0]), Path.of(args[1]), Long.parseLong(args[2]));
        say("done");
        while (true) {
            target.act();
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
    static List<Message> messages(String key, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Message.user("Ana", "I visited the town number " + n + " of the tour " + key + "."))
                .toList();
    }

    private void act() throws Exception {
        String user = USERS.get(random.nextInt(USERS.size()));
        String key = (random.nextBoolean() ? "file-" : "chat-") + random.nextInt(3);
        int choice = random.nextInt(100);
        if (choice < 55) {
            write(user, key, 1 + random.nextInt(4));
        } else if (choice < 67) {
            delete(user, key);
        } else if (choice < 77) {
            reembed(user, DIMENSIONS[random.nextInt(2)]);
        } else if (choice < 82) {
            begin("erase", user, "-", 0);
            admin(user).admin().eraseScope(new MemoryScope(user, AGENT));
            say("done");
        } else if (choice < 88) {
            importAs("import-" + random.nextInt(1_000_000));
        } else if (choice < 94) {
            backup("backup-" + random.nextInt(1_000_000));
        } else {
            restore();
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
        say("done");
    }

    private void delete(String user, String key) {
        MemoryService service = admin(user).service(user, AGENT);
        for (Resource resource : service.resources()
                .list(ResourceFilter.ALL, PageRequest.first(100))
                .rows()) {
            if (resource.sourceKey().equals(key)) {
                begin("delete", user, key, 0);
                service.resources().delete(resource.id());
                say("done");
            }
        }
    }

    private void reembed(String user, int dimension) {
        begin("reembed", user, "-", dimension);
        admin(user)
                .admin()
                .reembed(ReembedRequest.ALL
                        .withUser(user)
                        .withModel(new HashedWordsModel(dimension))
                        .withBatch(3));
        say("done");
    }

    private void importAs(String user) {
        begin("import", user, "-", 0);
        admin(user).transfer().importFrom(export(folder), ImportOptions.DEFAULT.withUser(user));
        say("done");
    }

    private void backup(String name) throws Exception {
        Files.createDirectories(backups(folder));
        begin("backup", "-", name, 0);
        admin(USERS.get(0)).admin().backup(backups(folder).resolve(name));
        say("done");
    }

    private void restore() throws Exception {
        Files.createDirectories(backups(folder));
        List<Path> all;
        try (Stream<Path> names = Files.list(backups(folder))) {
            all = names.filter(path -> path.getFileName().toString().startsWith("backup-"))
                    .toList();
        }
        if (!all.isEmpty()) {
            Path chosen = all.get(random.nextInt(all.size()));
            store.close();
            begin("restore", "-", chosen.getFileName().toString(), 0);
            MemoryBackup.restore(
                    chosen,
                    RestoreOptions.into(database).withBlobs(copies(folder)).replacing());
            say("done");
            store = JpaMemoryStore.open(database);
        }
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

    private static void begin(String what, String user, String key, int number) {
        say("begin " + what + " " + user + " " + key + " " + number);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
