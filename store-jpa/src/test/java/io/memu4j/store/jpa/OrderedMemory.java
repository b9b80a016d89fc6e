package io.memu4j.store.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.doctor.Finding;
import io.memu4j.error.MemoryException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.HashedWordsModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program with one memory that does what it is told, a line at a time, and answers each with {@code ok ...} or {@code failed ...} and the
 * message. Arguments: JDBC URL, folder of copies.
 */
final class OrderedMemory {
    static final MemoryScope SCOPE = new MemoryScope("ana", "agent");

    private final DatabaseConfig database;
    private final Path copies;
    private MemoryServiceFactory memu;

    private OrderedMemory(DatabaseConfig database, Path copies) {
        this.database = database;
        this.copies = copies;
        this.memu = open(database, copies);
    }

    public static void main(String[] args) throws IOException {
        DatabaseConfig database = DatabaseConfig.jdbc(args[0]);
        Path copies = Path.of(args[1]);
        OrderedMemory memory;
        try {
            memory = new OrderedMemory(database, copies);
        } catch (MemoryException e) {
            say("failed " + e.getMessage());
            return;
        }
        say("ok open");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            say(memory.answer(order.split(" ")));
        }
        memory.memu.close();
        say("ok closed");
    }

    static MemoryServiceFactory open(DatabaseConfig database, Path copies) {
        return MemoryServiceFactory.builder()
                .database(database)
                .llm(Models.of(new HashedWordsModel(64)))
                .blobs(BlobConfig.folder(copies))
                .build();
    }

    /** Messages that name the number, and are some kilobytes together. */
    static List<ConversationMessage> messages(String number) {
        return IntStream.range(0, 20)
                .mapToObj(n -> ConversationMessage.user(
                        "Ana", "I crossed the river number " + number + " at " + n + " with " + "boat ".repeat(200)))
                .toList();
    }

    private String answer(String[] order) {
        try {
            return "ok " + done(order);
        } catch (MemoryException e) {
            return "failed " + Objects.toString(e.getMessage()).replace('\n', ' ');
        }
    }

    private String done(String[] order) {
        MemoryService memory = memu.service(SCOPE);
        switch (order[0]) {
            case "append" -> memory.memorize(MemorizeRequest.append("chat " + order[1], messages(order[1])));
            case "file" -> memory.memorize(MemorizeRequest.bytes("file " + order[1], file(order[2]), "chat.json"));
            case "backup" -> memu.admin().backup(Path.of(order[1]));
            case "restore" -> {
                return ""
                        + MemoryBackup.restore(
                                        Path.of(order[1]),
                                        RestoreOptions.into(database)
                                                .withBlobs(BlobConfig.folder(copies))
                                                .replacing())
                                .scopes();
            }
            case "doctor" -> {
                return memu.admin().doctor(false).findings().stream()
                        .filter(finding -> finding.area() != Finding.Area.DISK)
                        .map(Finding::problem)
                        .collect(Collectors.joining(" "));
            }
            case "counts" -> {
                return memory.counts().toString();
            }
            case "reopen" -> {
                memu.close();
                memu = open(database, copies);
            }
            default -> throw new IllegalArgumentException(order[0]);
        }
        return order[0];
    }

    /** A conversation of one message, in a file of that many bytes, most of them blank. */
    private static byte[] file(String bytes) {
        String message = "[{\"role\":\"user\",\"content\":\"I keep bees on the roof of house number " + bytes + ".\"}";
        return (message + " ".repeat(Integer.parseInt(bytes) - message.length() - 1) + "]").getBytes(UTF_8);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
