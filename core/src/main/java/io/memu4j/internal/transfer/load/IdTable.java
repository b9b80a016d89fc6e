package io.memu4j.internal.transfer.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hash table from ids to ids in a temporary file, which the heap does not hold: 32 bytes a slot, open addressing, at most half full. The
 * file is its owner's alone and has no name while it is used, where the system allows that, so that nothing is left by a crash. One thread.
 */
final class IdTable implements AutoCloseable {
    private static final int ID = 16;
    private static final int SLOT = 2 * ID;
    private static final int BLOCK = 2_048 * SLOT;

    /** What an empty slot holds as its key. */
    private static final UUID EMPTY = new UUID(0, 0);

    private final ByteBuffer slot = ByteBuffer.allocate(SLOT);
    private FileChannel file;
    private long slots;
    private long used;

    /** @param slots a power of two */
    IdTable(long slots) throws IOException {
        this.slots = slots;
        this.file = newFile();
    }

    /** Replaces what was there under the key; neither is the id of all zeros. */
    void put(UUID key, UUID value) throws IOException {
        if (2 * (used + 1) > slots) {
            grow();
        }
        long at = find(key);
        if (at < 0) {
            at = -at - 1;
            used++;
        }
        write(file, at, key, value);
    }

    @Nullable
    UUID get(UUID key) throws IOException {
        return find(key) < 0 ? null : idAt(ID);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The slot of the key, which the buffer then holds; or {@code -at - 1} for the empty one where it would be. */
    private long find(UUID key) throws IOException {
        for (long at = home(key); ; at = (at + 1) & (slots - 1)) {
            read(at);
            UUID there = idAt(0);
            if (there.equals(key)) {
                return at;
            }
            if (there.equals(EMPTY)) {
                return -at - 1;
            }
        }
    }

    private long home(UUID key) {
        long mixed = (key.getMostSignificantBits() * 0x9E3779B97F4A7C15L) ^ key.getLeastSignificantBits();
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (mixed ^ (mixed >>> 32)) & (slots - 1);
    }

    private void grow() throws IOException {
        FileChannel old = file;
        try (old) {
            file = newFile();
            slots *= 2;
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            long size = old.size();
            for (long from = 0; from < size; from += BLOCK) {
                block.clear().limit((int) Math.min(BLOCK, size - from));
                readFully(old, block, from);
                while (block.hasRemaining()) {
                    UUID key = new UUID(block.getLong(), block.getLong());
                    UUID value = new UUID(block.getLong(), block.getLong());
                    if (!key.equals(EMPTY)) {
                        write(file, -find(key) - 1, key, value);
                    }
                }
            }
        }
    }

    private UUID idAt(int offset) {
        return new UUID(slot.getLong(offset), slot.getLong(offset + Long.BYTES));
    }

    /** What was never written reads as zeros, beyond the end of the file too. */
    private void read(long at) throws IOException {
        slot.clear();
        if (file.size() <= at * SLOT) {
            slot.put(new byte[SLOT]);
        } else {
            readFully(file, slot, at * SLOT);
        }
    }

    private static void readFully(FileChannel from, ByteBuffer into, long at) throws IOException {
        long next = at;
        while (into.hasRemaining()) {
            int read = from.read(into, next);
            if (read < 0) {
                throw new EOFException("a temporary file became shorter");
            }
            next += read;
        }
        into.flip();
    }

    private static void write(FileChannel to, long at, UUID key, UUID value) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(SLOT)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .flip();
        long next = at * SLOT;
        while (slot.hasRemaining()) {
            next += to.write(slot, next);
        }
    }

    private static FileChannel newFile() throws IOException {
        Path named = Files.createTempFile("memu4j-import", ".ids");
        return FileChannel.open(
                named, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
