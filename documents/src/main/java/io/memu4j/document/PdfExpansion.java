package io.memu4j.document;

import io.memu4j.spi.document.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures what the compressed parts of a PDF document expand to before anybody expands them into memory. Pictures are left out: their
 * pixels are not looked at.
 */
final class PdfExpansion {
    private static final Pattern COMPRESSED_TWICE = Pattern.compile(
            "/Filter\\s*+\\[[^\\]]{0,200}?/(?:FlateDecode|Fl|LZWDecode|LZW)\\b[^\\]]{0,200}?/(?:FlateDecode|Fl|LZWDecode|LZW)\\b");
    private static final String STREAM = "stream";
    private static final int LONGEST_DICTIONARY = 2_000;

    private PdfExpansion() {}

    /** @throws io.memu4j.error.InvalidInputException when it is too much */
    static void requireBounded(DocumentSource source) {
        String content = new String(source.bytes(), StandardCharsets.ISO_8859_1);
        if (COMPRESSED_TWICE.matcher(content).find()) {
            throw tooLarge(source);
        }
        long total = 0;
        int at = content.indexOf(STREAM);
        while (at >= 0) {
            boolean ends = at >= 3 && content.startsWith("end", at - 3);
            if (!ends && !isPicture(content, at)) {
                total += expanded(source, bodyAfter(content, at), DocumentSource.MAX_EXPANDED_BYTES - total);
                if (total > DocumentSource.MAX_EXPANDED_BYTES) {
                    throw tooLarge(source);
                }
            }
            at = content.indexOf(STREAM, at + STREAM.length());
        }
    }

    private static RuntimeException tooLarge(DocumentSource source) {
        return Refusal.tooLarge(source, (DocumentSource.MAX_EXPANDED_BYTES >> 20) + " MiB");
    }

    private static boolean isPicture(String content, int stream) {
        int start = Math.max(content.lastIndexOf("obj", stream), stream - LONGEST_DICTIONARY);
        return start >= 0 && content.substring(start, stream).matches("(?s).*/Subtype\\s*+/Image\\b.*");
    }

    private static int bodyAfter(String content, int stream) {
        int at = stream + STREAM.length();
        while (at < content.length() && (content.charAt(at) == '\r' || content.charAt(at) == '\n')) {
            at++;
        }
        return at;
    }

    /** What is no compressed data expands to nothing. */
    private static long expanded(DocumentSource source, int from, long most) {
        byte[] bytes = source.bytes();
        if (from + 2 > bytes.length || (bytes[from] & 0x0F) != 8) {
            return 0;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished() && !inflater.needsInput() && inflater.getBytesWritten() <= most) {
                if (inflater.inflate(buffer) == 0 && (inflater.needsDictionary() || inflater.needsInput())) {
                    break;
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
