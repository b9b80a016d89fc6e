package io.memu4j.internal.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what is inside a format that can hold several kinds of things. */
final class Containers {
    private static final int CENTRAL_DIRECTORY = 1 << 16;
    private static final int LAYER_3 = 0x02;

    private Containers() {}

    /** The format by what is inside; the same where nothing more can be told. */
    static BinaryFormat refined(BinaryFormat format, byte[] content, String head, @Nullable String name) {
        if (format.equals(BinaryFormat.ZIP)) {
            return office(content, head);
        }
        if (format.equals(BinaryFormat.OGG)) {
            return head.contains("theora") ? BinaryFormat.OGG_VIDEO : BinaryFormat.OGG;
        }
        if (format.equals(BinaryFormat.MP4)) {
            boolean pictures = hasTrack(content, "vide");
            boolean sound = hasTrack(content, "soun");
            boolean soundOnly = pictures == sound ? isNamed(name, "m4a", "m4b", "aac") : sound;
            return soundOnly && !pictures ? BinaryFormat.MP4_SOUND : BinaryFormat.MP4;
        }
        if (format.equals(BinaryFormat.WEBM)) {
            boolean pictures = head.contains("V_");
            boolean sound = head.contains("A_");
            boolean soundOnly = pictures == sound ? isNamed(name, "weba", "mka") : sound;
            return soundOnly && !pictures ? BinaryFormat.WEBM_SOUND : BinaryFormat.WEBM;
        }
        return format;
    }

    /** Whether it starts with the header of an MPEG frame of layer III; a UTF-16 text with a byte order mark does not. */
    static boolean isMp3Frame(byte[] content) {
        if (content.length < 4 || (content[0] & 0xFF) != 0xFF || (content[1] & 0xE6) != (0xE0 | LAYER_3)) {
            return false;
        }
        int bitRate = (content[2] >> 4) & 0xF;
        int sampleRate = (content[2] >> 2) & 0x3;
        int version = (content[1] >> 3) & 0x3;
        return bitRate != 0xF && bitRate != 0 && sampleRate != 3 && version != 1;
    }

    private static BinaryFormat office(byte[] content, String head) {
        int from = Math.max(0, content.length - CENTRAL_DIRECTORY);
        String names = head + new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
        if (names.contains("word/")) {
            return BinaryFormat.WORD;
        }
        if (names.contains("xl/")) {
            return BinaryFormat.SHEET;
        }
        return names.contains("ppt/") ? BinaryFormat.SLIDES : BinaryFormat.ZIP;
    }

    /** Whether a handler of that kind is declared: {@code hdlr}, eight bytes, and the kind. */
    private static boolean hasTrack(byte[] content, String kind) {
        byte[] wanted = kind.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + 16 <= content.length; at++) {
            boolean isHandler =
                    content[at] == 'h' && content[at + 1] == 'd' && content[at + 2] == 'l' && content[at + 3] == 'r';
            if (isHandler && Arrays.equals(content, at + 12, at + 16, wanted, 0, 4)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(@Nullable String name, String... extensions) {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return Arrays.stream(extensions).anyMatch(extension -> lower.endsWith("." + extension));
    }
}
