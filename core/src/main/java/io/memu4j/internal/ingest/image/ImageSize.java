package io.memu4j.internal.ingest.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The size of a picture as its header says, read without decoding it.
 *
 * @param width in pixels, from 1
 * @param height in pixels, from 1
 */
public record ImageSize(int width, int height) {
    private static final int START_OF_SCAN = 0xDA;

    /** The size of a PNG, JPEG, GIF or WebP picture; empty where the header is damaged. */
    public static Optional<ImageSize> of(String mediaType, byte[] bytes) {
        try {
            ImageSize size =
                    switch (mediaType) {
                        case "image/png" -> new ImageSize(bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4));
                        case "image/gif" -> new ImageSize(littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2));
                        case "image/jpeg" -> jpeg(bytes);
                        case "image/webp" -> webp(bytes);
                        default -> new ImageSize(0, 0);
                    };
            return size.width > 0 && size.height > 0 ? Optional.of(size) : Optional.empty();
        } catch (ArrayIndexOutOfBoundsException e) { // the header ends before it says
            return Optional.empty();
        }
    }

    int longestEdge() {
        return Math.max(width, height);
    }

    long pixels() {
        return (long) width * height;
    }

    /** Segments of a marker and a length each, up to the one that describes the frame. */
    private static ImageSize jpeg(byte[] bytes) {
        int at = 2;
        while (true) {
            while ((bytes[at] & 0xFF) != 0xFF || (bytes[at + 1] & 0xFF) == 0xFF) {
                at++;
            }
            int marker = bytes[at + 1] & 0xFF;
            if (isFrame(marker)) {
                return new ImageSize(bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2));
            }
            if (marker == START_OF_SCAN) {
                return new ImageSize(0, 0);
            }
            boolean hasLength = marker != 0x01 && (marker < 0xD0 || marker > 0xD9);
            at += 2 + (hasLength ? bigEndian(bytes, at + 2, 2) : 0);
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static ImageSize webp(byte[] bytes) {
        String kind = new String(bytes, 12, Math.min(4, Math.max(0, bytes.length - 12)), StandardCharsets.ISO_8859_1);
        return switch (kind) {
            case "VP8 " -> new ImageSize(littleEndian(bytes, 26, 2) & 0x3FFF, littleEndian(bytes, 28, 2) & 0x3FFF);
            case "VP8L" -> {
                int packed = littleEndian(bytes, 21, 4);
                yield new ImageSize((packed & 0x3FFF) + 1, ((packed >> 14) & 0x3FFF) + 1);
            }
            case "VP8X" -> new ImageSize(littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1);
            default -> new ImageSize(0, 0);
        };
    }

    private static int bigEndian(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[at + i] & 0xFF);
        }
        return value;
    }

    private static int littleEndian(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xFF);
        }
        return value;
    }
}
