package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.internal.value.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A backup whose rows somebody changed, with checksums that are right again: checksums keep nobody out. */
record ForgedBackup(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String rows() {
        return read(folder.resolve("database/rows.jsonl"));
    }

    /** Writes other rows, and a manifest that agrees with them as far as the caller says. */
    void write(String rows, UnaryOperator<String> manifest) {
        String before = rows();
        assertThat(rows).isNotEqualTo(before);
        write("database/rows.jsonl", rows);
        String sums = read(folder.resolve("files.sha256")).replace(Digests.sha256(before), Digests.sha256(rows));
        write("files.sha256", sums);
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(read(folder.resolve("manifest.json")));
            root.put("files_sha256", Digests.sha256(sums));
            String changed = manifest.apply(JSON.writeValueAsString(root));
            write("manifest.json", changed);
            write("manifest.json.sha256", Digests.sha256(changed) + "  manifest.json\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
