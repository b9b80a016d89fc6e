package io.memu4j.internal.ingest.text;

/**
 * Tells headers of files from texts that begin with the same letters, such as one about {@code ID3 tags}. A head is the beginning of a
 * file, one Latin-1 character per byte.
 */
final class Headers {
    private static final int MOST_OF_FTYP = 0xFFFF;

    private Headers() {}

    /** {@code ID3}, a version from 2 to 4 with its revision, flags, and a size of four times seven bits. */
    static boolean isId3(String head) {
        return head.length() >= 10
                && head.charAt(3) >= 2
                && head.charAt(3) <= 4
                && head.charAt(4) < 0xFF
                && head.substring(6, 10).chars().allMatch(c -> c < 0x80);
    }

    /** A box of MP4 and its relatives: its length, {@code ftyp}, and a brand of four letters. */
    static boolean isFtyp(String head) {
        return head.length() >= 12
                && bigEndian(head, 0) >= 8
                && bigEndian(head, 0) <= MOST_OF_FTYP
                && isText(head, 8, 12);
    }

    /** {@code RIFF} and a length: four letters would be half a gigabyte. */
    static boolean isRiff(String head) {
        return head.startsWith("RIFF") && !isText(head, 4, 8);
    }

    private static long bigEndian(String head, int at) {
        return ((long) head.charAt(at) << 24)
                | head.charAt(at + 1) << 16
                | head.charAt(at + 2) << 8
                | head.charAt(at + 3);
    }

    private static boolean isText(String head, int from, int to) {
        return head.substring(from, to)
                .chars()
                .allMatch(c -> (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r');
    }
}
