package io.memu4j.internal.transfer.load;

import io.memu4j.error.StoreException;
import io.memu4j.spi.transfer.DerivedId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the passages of one scope that came and are not there under their own id: they are there under another one, or were
 * refused. The first of them are in the heap, the others in a temporary file. One thread.
 */
final class PassageIndex implements AutoCloseable {
    private static final int IN_HEAP = 10_000;

    /** What a passage that was refused became; no id. */
    private static final String REFUSED = "";

    private static final UUID REFUSED_ID = new UUID(-1, -1);
    private static final UUID NO_KEY = new UUID(0, 0);

    private final int inHeap;
    private final Map<String, String> heap = new HashMap<>();
    private @Nullable IdTable table;

    PassageIndex() {
        this(IN_HEAP);
    }

    PassageIndex(int inHeap) {
        this.inHeap = inHeap;
    }

    /** @throws StoreException when the temporary file cannot be written */
    void elsewhere(String own, String there) {
        put(own, there);
    }

    /**
     * Notes it unless the passage is known to be elsewhere.
     *
     * @throws StoreException when the temporary file cannot be written
     */
    void refused(String own) {
        if (get(own) == null) {
            put(own, REFUSED);
        }
    }

    /** The id under which it is there: another one, or its own. */
    String of(String own) {
        String there = get(own);
        return there == null || there.equals(REFUSED) ? own : there;
    }

    boolean isRefused(String own) {
        return REFUSED.equals(get(own));
    }

    @Override
    public void close() {
        try {
            if (table != null) {
                table.close();
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void put(String own, String there) {
        UUID key = key(own);
        UUID value = there.equals(REFUSED) ? REFUSED_ID : key(there);
        if (key == null || value == null || heap.size() < inHeap || heap.containsKey(own)) {
            heap.put(own, there);
            return;
        }
        try {
            if (table == null) {
                table = new IdTable(Long.highestOneBit(Math.max(inHeap, 8)) * 8);
            }
            table.put(key, value);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private @Nullable String get(String own) {
        String there = heap.get(own);
        UUID key = there != null || table == null ? null : key(own);
        if (key == null) {
            return there;
        }
        try {
            UUID found = table == null ? null : table.get(key);
            return found == null ? null : found.equals(REFUSED_ID) ? REFUSED : found.toString();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Ids of passages are UUIDs; should a store have others, they stay in the heap. */
    private static @Nullable UUID key(String id) {
        UUID key = DerivedId.isId(id) ? UUID.fromString(id) : NO_KEY;
        return key.equals(NO_KEY) || key.equals(REFUSED_ID) ? null : key;
    }

    private static StoreException unusable(IOException e) {
        return StoreException.permanent(
                "The import keeps ids in a temporary file, which cannot be used: "
                        + e.getClass().getSimpleName()
                        + ". Check that the folder of java.io.tmpdir can be written and has"
                        + " room, then import again: what came before stays.",
                e);
    }
}
