package io.memu4j.transfer;

import io.memu4j.model.Digests;
import io.memu4j.model.MemoryScope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of one scope in another: the same each time, and the ids themselves where the scope stays. */
final class IdMapping {
    private final String target;
    private final boolean same;

    IdMapping(MemoryScope from, MemoryScope to) {
        this.same = from.equals(to);
        this.target = to.longHash();
    }

    String of(String id) {
        return same ? id : derived(target, id);
    }

    /** A UUID of version 8 made of a name; lower case, 36 characters. */
    static String derived(String place, String name) {
        byte[] digest = Digests.newSha256().digest((place + ":" + name).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
