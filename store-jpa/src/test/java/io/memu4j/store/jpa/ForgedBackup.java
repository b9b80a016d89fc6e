package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.internal.value.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A backup whose rows somebody changed, with checksums that are right again: checksums keep nobody out. */
record ForgedBackup(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String rows() {
        return read(folder.resolve("database/rows.jsonl"));
    }

    /** The columns of each table. */
    Map<String, List<String>> heads() {
        return rows().lines()
                .filter(line -> line.startsWith("{"))
                .map(ForgedBackup::json)
                .collect(Collectors.toMap(head -> head.get("table").textValue(), head -> {
                    List<String> columns = new ArrayList<>();
                    head.get("columns").forEach(column -> columns.add(column.textValue()));
                    return columns;
                }));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes other rows, and checksums that are right. */
    void write(String rows) {
        String before = rows();
        assertThat(rows).isNotEqualTo(before);
        write("database/rows.jsonl", rows);
        String sums = read(folder.resolve("files.sha256")).replace(Digests.sha256(before), Digests.sha256(rows));
        write("files.sha256", sums);
        ObjectNode root = (ObjectNode) json(read(folder.resolve("manifest.json")));
        root.put("files_sha256", Digests.sha256(sums));
        String changed = root.toString();
        write("manifest.json", changed);
        write("manifest.json.sha256", Digests.sha256(changed) + "  manifest.json\n");
    }

    private void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
