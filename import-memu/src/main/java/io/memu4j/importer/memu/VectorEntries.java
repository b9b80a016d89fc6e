package io.memu4j.importer.memu;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a vectors file, up to where it can be read. The vectors wait in a temporary file, of which the heap holds the places. One
 * thread.
 */
final class VectorEntries implements AutoCloseable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** The collection whose texts are wanted; those of all others would fill the heap. */
    private static final String WITH_TEXTS = "resources";

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Integer, Long> dimensions = new HashMap<>();
    private final @Nullable FileChannel store;
    private long size;
    private long unusable;
    private @Nullable String problem;

    /**
     * Where a vector waits, and what came with it.
     *
     * @param text of resources alone, or null
     */
    record Entry(@Nullable String userId, @Nullable String agentId, @Nullable String text, long place, int dimension) {}

    private VectorEntries(@Nullable FileChannel store) {
        this.store = store;
    }

    /**
     * Reads a file; none is a file without entries.
     *
     * @param keep whether the vectors are wanted, or only the texts
     */
    static VectorEntries read(@Nullable Path file, boolean keep) throws IOException {
        if (file == null) {
            return new VectorEntries(null);
        }
        FileChannel store = keep
                ? FileChannel.open(
                        Files.createTempFile("memu4j-vectors", ".bin"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)
                : null;
        VectorEntries read = new VectorEntries(store);
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(in)) {
            read.collections(parser);
        } catch (JsonProcessingException e) {
            read.problem = "The vectors file is torn or damaged near byte "
                    + e.getLocation().getByteOffset() + "; what came before was taken.";
        }
        return read;
    }

    MemuReport.VectorsFile summary() {
        return new MemuReport.VectorsFile(entries.size(), unusable, problem);
    }

    /** The entry of that collection and id, or null. */
    @Nullable
    Entry entry(String collection, String id) {
        return entries.get(collection + "/" + id);
    }

    /** How many numbers most vectors have; 0 without any. */
    int dimension() {
        return dimensions.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry<Integer, Long>::getValue)
                        .thenComparingInt(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    float[] vector(Entry entry) {
        ByteBuffer bytes = ByteBuffer.allocate(entry.dimension() * Float.BYTES);
        try {
            while (store != null && bytes.hasRemaining()) {
                if (store.read(bytes, entry.place() + bytes.position()) < 0) {
                    throw new IOException("The temporary file of vectors ended early.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        float[] vector = new float[entry.dimension()];
        bytes.flip().asFloatBuffer().get(vector);
        return vector;
    }

    @Override
    public void close() throws IOException {
        if (store != null) {
            store.close();
        }
    }

    private void collections(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            problem = "The vectors file is no JSON object.";
            return;
        }
        for (String collection = parser.nextFieldName(); collection != null; collection = parser.nextFieldName()) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            for (String id = parser.nextFieldName(); id != null; id = parser.nextFieldName()) {
                parser.nextToken();
                VectorEntry entry = VectorEntry.read(parser);
                if (entry == null) {
                    unusable++;
                } else {
                    keep(collection, id, entry);
                }
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            problem = "The vectors file ends early; what came before was taken.";
        }
    }

    private void keep(String collection, String id, VectorEntry entry) throws IOException {
        float[] vector = entry.vector();
        String text = collection.equals(WITH_TEXTS) ? entry.text() : null;
        entries.put(collection + "/" + id, new Entry(entry.userId(), entry.agentId(), text, size, vector.length));
        dimensions.merge(vector.length, 1L, Long::sum);
        if (store != null) {
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
            bytes.asFloatBuffer().put(vector);
            while (bytes.hasRemaining()) {
                store.write(bytes, size + bytes.position());
            }
            size += bytes.capacity();
        }
    }
}
