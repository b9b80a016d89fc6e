package io.memu4j.spi.transfer;

import io.memu4j.internal.value.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids made of names: the same each time, so that what is brought over twice is recognised. */
public final class DerivedId {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private DerivedId() {}

    /** Returns whether {@code text} is a UUID of 36 lower-case characters. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** A UUID of version 8, lower case, 36 characters, made of a name in some space of names. */
    public static String of(String space, String name) {
        byte[] digest = Digests.newSha256().digest((space + ":" + name).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** The name itself where it is a UUID of 36 lower-case characters, else one made of it. */
    public static String orKept(String space, String name) {
        return isId(name) ? name : of(space, name);
    }
}
