package io.memu4j.document;

import io.memu4j.spi.document.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures what the compressed parts of a PDF document expand to before anybody expands them into memory. What says that it is a picture
 * has a limit of its own: its pixels are not looked at, but the file may use it as something else all the same.
 */
final class PdfExpansion {
    private static final Pattern COMPRESSED_TWICE = Pattern.compile(
            "/Filter\\s*+\\[[^\\]]{0,200}?/(?:FlateDecode|Fl|LZWDecode|LZW)\\b[^\\]]{0,200}?/(?:FlateDecode|Fl|LZWDecode|LZW)\\b");
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*+/Image\\b");
    private static final String FILTER = "/Filter";
    private static final String STREAM = "stream";
    private static final int LONGEST_DICTIONARY = 2_000;

    private final DocumentSource source;
    private final Limits limits;
    private final String content;
    private final PdfSize size;

    private PdfExpansion(DocumentSource source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.size = new PdfSize(source);
        this.content = new String(source.bytes(), StandardCharsets.ISO_8859_1);
    }

    /** @throws io.memu4j.error.InvalidInputException when it is too much, or takes too long to measure */
    static void requireBounded(DocumentSource source, Limits limits) {
        PdfExpansion expansion = new PdfExpansion(source, limits);
        expansion.requireCompressedOnce();
        expansion.requireBounded();
    }

    private void requireCompressedOnce() {
        Matcher twice = COMPRESSED_TWICE.matcher(content);
        for (int at = content.indexOf(FILTER); at >= 0; at = content.indexOf(FILTER, at + FILTER.length())) {
            limits.step();
            if (twice.region(at, content.length()).lookingAt()) {
                throw size.tooLarge();
            }
        }
    }

    private void requireBounded() {
        for (int at = content.indexOf(STREAM); at >= 0; at = content.indexOf(STREAM, at + STREAM.length())) {
            limits.step();
            boolean ends = at >= 3 && content.startsWith("end", at - 3);
            long bytes = ends ? 0 : expanded(bodyAfter(at));
            if (bytes > 0) {
                size.add(bytes, isPicture(at));
            }
        }
    }

    /** Looks no further back than the longest dictionary. */
    private boolean isPicture(int stream) {
        int start = Math.max(0, stream - LONGEST_DICTIONARY);
        String before = content.substring(start, stream);
        return PICTURE.matcher(before.substring(Math.max(0, before.lastIndexOf("obj"))))
                .find();
    }

    private int bodyAfter(int stream) {
        int at = stream + STREAM.length();
        while (at < content.length() && (content.charAt(at) == '\r' || content.charAt(at) == '\n')) {
            at++;
        }
        return at;
    }

    /** What is no compressed data expands to nothing. */
    private long expanded(int from) {
        byte[] bytes = source.bytes();
        if (from + 2 > bytes.length || (bytes[from] & 0x0F) != 8) {
            return 0;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished() && !inflater.needsInput() && inflater.getBytesWritten() <= PdfSize.MOST) {
                limits.step();
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
