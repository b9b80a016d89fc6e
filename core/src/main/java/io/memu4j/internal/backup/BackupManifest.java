package io.memu4j.internal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.spi.store.RowsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup says of itself.
 *
 * @param createdAt when it was begun: it holds at least what was acknowledged before
 * @param version of the product that made it
 * @param snapshot the database in it
 * @param files how many copies of sources are in it
 * @param missingFiles how many copies its rows name that did not exist when it was made
 * @param sums checksum of the list of checksums
 */
public record BackupManifest(
        Instant createdAt, String version, RowsFile snapshot, long files, long missingFiles, String sums) {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("product", "memu4j");
        root.put("version", version);
        root.put("created_at", createdAt.toString());
        ObjectNode database = root.putObject("database");
        database.put("file", BackupLayout.DATABASE + "/" + snapshot.fileName());
        database.put("format", snapshot.format());
        database.put("source", snapshot.source());
        database.put("schema_version", snapshot.schemaVersion());
        database.put("compatible_from", snapshot.compatibleFrom());
        ObjectNode rows = database.putObject("rows");
        snapshot.rows().forEach(rows::put);
        root.put("files", files);
        root.put("missing_files", missingFiles);
        root.put("files_sha256", sums);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException("A tree of texts and numbers is always written.", e);
        }
    }

    /** @throws DamagedBackup when it is none, or of a later format */
    static BackupManifest parse(byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            int format = root.path("format").asInt();
            if (format > FORMAT) {
                throw new DamagedBackup("its format is " + format + ", and this version reads up to " + FORMAT
                        + ": restore it with a newer version of memu4j");
            }
            JsonNode database = root.required("database");
            String file = text(database, "file");
            if (!file.startsWith(BackupLayout.DATABASE + "/")) {
                throw new IllegalArgumentException("file");
            }
            RowsFile snapshot = new RowsFile(
                    file.substring((BackupLayout.DATABASE + "/").length()),
                    text(database, "format"),
                    text(database, "source"),
                    (int) number(database, "schema_version"),
                    (int) number(database, "compatible_from"),
                    rows(database.required("rows")));
            return new BackupManifest(
                    Instant.parse(text(root, "created_at")),
                    text(root, "version"),
                    snapshot,
                    number(root, "files"),
                    number(root, "missing_files"),
                    text(root, "files_sha256"));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new DamagedBackup(BackupLayout.MANIFEST + " cannot be understood", e);
        }
    }

    private static SortedMap<String, Long> rows(JsonNode node) {
        SortedMap<String, Long> rows = new TreeMap<>();
        node.fieldNames().forEachRemaining(table -> rows.put(table, number(node, table)));
        return rows;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field);
        }
        return value.textValue();
    }

    private static long number(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException(field);
        }
        return value.longValue();
    }
}
