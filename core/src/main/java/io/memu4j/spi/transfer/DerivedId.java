package io.memu4j.spi.transfer;

import io.memu4j.internal.value.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes ids of names. The same name gives the same id, so that a repeated import recognises its rows. */
public final class DerivedId {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private DerivedId() {}

    /**
     * Returns whether a text is a UUID of 36 lower-case characters.
     *
     * @param text any text
     * @return whether it is
     */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Makes a UUID of version 8 of a name.
     *
     * @param space separates names of different sources
     * @param name any text
     * @return 36 lower-case characters
     */
    public static String of(String space, String name) {
        byte[] digest = Digests.newSha256().digest((space + ":" + name).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /**
     * Returns a name that is a UUID of 36 lower-case characters, or makes one of it.
     *
     * @param space separates names of different sources
     * @param name any text
     * @return 36 lower-case characters
     */
    public static String orKept(String space, String name) {
        return isId(name) ? name : of(space, name);
    }
}
