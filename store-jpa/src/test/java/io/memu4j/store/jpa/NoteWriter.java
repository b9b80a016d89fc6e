package io.memu4j.store.jpa;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rewrites the same few notes again and again, so that copies of sources come and go; tells which version was acknowledged. */
final class NoteWriter implements AutoCloseable {
    static final int NOTES = 6;

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopped;

    private NoteWriter(Body body) {
        this.thread = new Thread(() -> body.run(this), "notes");
        thread.start();
    }

    private interface Body {
        void run(NoteWriter writer);
    }

    static String text(int version) {
        return "I live in house number " + version + " since last spring.";
    }

    /** A program of its own. Arguments: JDBC URL, folder of copies. */
    public static void main(String[] args) {
        BackedUpMemory memory = new BackedUpMemory(DatabaseConfig.jdbc(args[0]), Path.of(args[1]));
        try (MemoryServiceFactory memu = memory.open()) {
            MemoryService ana = memu.service(BackedUpMemory.ANA);
            for (int version = 1; ; version++) {
                write(ana, version);
                System.out.println(version);
            }
        }
    }

    static NoteWriter thread(MemoryServiceFactory memu) {
        MemoryService ana = memu.service(BackedUpMemory.ANA);
        return new NoteWriter(writer -> {
            for (int version = 1; !writer.stopped; version++) {
                write(ana, version);
                writer.acknowledged.put(key(version), version);
            }
        });
    }

    static NoteWriter process(BackedUpMemory memory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NoteWriter.class.getName(),
                        "jdbc:sqlite:" + memory.database().file(),
                        memory.blobs().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new NoteWriter(writer -> {
            try (var lines = WriterProcess.acknowledged(process)) {
                for (String line = lines.readLine(); line != null && !writer.stopped; line = lines.readLine()) {
                    if (line.matches("\\d+")) {
                        writer.acknowledged.put(key(Integer.parseInt(line)), Integer.parseInt(line));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                process.destroyForcibly().onExit().join();
            }
        });
    }

    /** Which version of which note was acknowledged by now. */
    Map<String, Integer> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private static String key(int version) {
        return "note-" + version % NOTES + ".txt";
    }

    private static void write(MemoryService memory, int version) {
        memory.memorize(MemorizeRequest.bytes(key(version), text(version).getBytes(StandardCharsets.UTF_8)));
    }
}
