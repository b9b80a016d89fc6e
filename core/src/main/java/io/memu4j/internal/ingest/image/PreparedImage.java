package io.memu4j.internal.ingest.image;

import io.memu4j.error.InvalidInputException;
import io.memu4j.spi.llm.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes of a picture what is shown to a model: the same, or a smaller one where it is large. */
public final class PreparedImage {
    /** The longest edge shown, in pixels: providers scale down what is larger, and charge for it. */
    static final int LONGEST_EDGE = 1_536;
    /** The most bytes shown. */
    static final int MOST_BYTES = 4 << 20;
    /** A picture with more pixels is not decoded: they would take a gigabyte of heap. */
    static final long MOST_PIXELS = 100_000_000;

    private static final String WEBP = "image/webp";

    private PreparedImage() {}

    /**
     * What is shown of that picture.
     *
     * @param mediaType of a PNG, JPEG, GIF or WebP picture
     * @throws InvalidInputException when it is damaged, or too large to be made smaller
     */
    public static Picture of(String subject, String mediaType, byte[] bytes) {
        ImageSize size = ImageSize.of(mediaType, bytes)
                .filter(known -> isWhole(mediaType, bytes))
                .orElseThrow(() -> damaged(subject, null));
        if (size.longestEdge() <= LONGEST_EDGE && bytes.length <= MOST_BYTES) {
            return new Picture(mediaType, bytes);
        }
        if (mediaType.equals(WEBP)) {
            if (bytes.length <= MOST_BYTES) {
                return new Picture(mediaType, bytes);
            }
            throw new InvalidInputException(
                    subject + " is a WebP image of " + bytes.length + " bytes. Expected at most " + MOST_BYTES
                            + ": this format cannot be made smaller here. Save it as JPEG or PNG.");
        }
        if (size.pixels() > MOST_PIXELS) {
            throw new InvalidInputException(subject + " has " + size.width() + " by " + size.height()
                    + " pixels. Expected at most " + MOST_PIXELS + " altogether. Make it smaller.");
        }
        try {
            BufferedImage small = smaller(decoded(mediaType, bytes, size));
            int orientation = mediaType.equals("image/jpeg") ? Orientation.of(bytes) : Orientation.UPRIGHT;
            return new Picture("image/jpeg", jpeg(Orientation.upright(small, orientation)));
        } catch (IOException | RuntimeException e) { // decoders of the JDK throw almost anything at a damaged picture
            throw damaged(subject, e);
        }
    }

    /** Whether the end is there; a picture cut off would be shown with a grey part. */
    private static boolean isWhole(String mediaType, byte[] bytes) {
        return switch (mediaType) {
            case "image/jpeg" -> lastIndexOf(bytes, 0xFF, 0xD9) > 0;
            case "image/png" -> lastIndexOf(bytes, 'I', 'E', 'N', 'D') > 0;
            case "image/gif" -> lastIndexOf(bytes, 0x3B) > 0;
            default -> bytes.length >= 12 && riffLength(bytes) + 8 <= bytes.length;
        };
    }

    private static long riffLength(byte[] bytes) {
        return (bytes[4] & 0xFFL) | (bytes[5] & 0xFFL) << 8 | (bytes[6] & 0xFFL) << 16 | (bytes[7] & 0xFFL) << 24;
    }

    private static int lastIndexOf(byte[] bytes, int... wanted) {
        for (int at = bytes.length - wanted.length; at >= 0; at--) {
            int same = 0;
            while (same < wanted.length && (bytes[at + same] & 0xFF) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    /** Decodes every n-th pixel only where that is enough. */
    private static BufferedImage decoded(String mediaType, byte[] bytes, ImageSize size) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) {
            throw new IOException("This JDK has no decoder for the format.");
        }
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.max(1, size.longestEdge() / (2 * LONGEST_EDGE));
            every.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, every);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage smaller(BufferedImage picture) {
        double scale = Math.min(1.0, (double) LONGEST_EDGE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setColor(Color.WHITE); // behind what is transparent
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return small;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture, "jpeg", stream)) {
                throw new IOException("This JDK has no encoder for JPEG.");
            }
        }
        return out.toByteArray();
    }

    private static InvalidInputException damaged(String subject, @Nullable Throwable cause) {
        return new InvalidInputException(
                subject
                        + " is damaged, or of a kind that cannot be decoded. Expected a whole PNG, JPEG, GIF or WebP image."
                        + " Save it anew.",
                cause);
    }
}
