package io.memu4j.benchmarks.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.spi.llm.ChatRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests to models and their answers, a line of JSON each in a file. An answer counts only for exactly the same request. For one thread.
 */
final class Recording {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Path file;
    private final Map<Key, Entry> entries = new HashMap<>();

    private Recording(@Nullable Path file) {
        this.file = file;
    }

    /**
     * One request and its answer.
     *
     * @param role what the model was asked for
     * @param model the name of the model
     * @param date the day of the answer, as year-month-day
     */
    record Entry(String role, String model, String date, String system, String user, String answer) {}

    private record Key(String role, String system, String user) {}

    /** A recording that ends with the program. */
    static Recording inMemory() {
        return new Recording(null);
    }

    /**
     * Reads a file; one that does not exist is empty.
     *
     * @throws InvalidConversationException when it cannot be read, or holds a line that is no recorded answer
     */
    static Recording in(Path file) {
        Recording recording = new Recording(file);
        if (Files.exists(file)) {
            List<String> lines;
            try {
                lines = Files.readAllLines(file);
            } catch (IOException e) {
                throw new InvalidConversationException(file + " cannot be read (" + e.getMessage() + ").");
            }
            for (int i = 0; i < lines.size(); i++) {
                recording.keep(read(file, i + 1, lines.get(i)));
            }
        }
        return recording;
    }

    Optional<Entry> find(String role, ChatRequest request) {
        return Optional.ofNullable(entries.get(new Key(role, request.system(), request.user())));
    }

    /** The name of the model that gave the answers of a role; one recording has one. */
    Optional<String> model(String role) {
        return entries.values().stream()
                .filter(entry -> entry.role().equals(role))
                .map(Entry::model)
                .findFirst();
    }

    /** Adds an entry, and writes it at once: an interrupted run goes on where it stopped. */
    void add(Entry entry) throws IOException {
        if (file != null) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    file, JSON.writeValueAsString(entry) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        keep(entry);
    }

    private void keep(Entry entry) {
        entries.put(new Key(entry.role(), entry.system(), entry.user()), entry);
    }

    private static Entry read(Path file, int line, String text) {
        try {
            Entry entry = JSON.readValue(text, Entry.class);
            if (entry != null
                    && entry.role() != null
                    && entry.model() != null
                    && entry.date() != null
                    && entry.system() != null
                    && entry.user() != null
                    && entry.answer() != null) {
                return entry;
            }
        } catch (JsonProcessingException e) {
            // said below, as for a line without all fields
        }
        throw new InvalidConversationException(file + " has a line that is no recorded answer (line " + line
                + "); expected JSON with role, model, date, system, user and answer. A run that was cut off may have"
                + " left half a line: delete it.");
    }
}
