package io.memu4j.spi.document;

import java.nio.charset.Charset;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A document to parse.
 *
 * @param subject how error messages call it, for example {@code The file /tmp/report.pdf}
 * @param mediaType one that the parser reads
 * @param bytes the whole document; do not change it
 * @param charset the character set of a text format, or null if it is not known
 * @param checkpoint throws if the operation was cancelled; call it now and then
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record DocumentSource(
        String subject, String mediaType, byte[] bytes, @Nullable Charset charset, Runnable checkpoint) {
    /** The maximum length of the text of a document, in UTF-16 units. */
    public static final int MAX_TEXT = 10_000_000;

    /** The maximum bytes that the compressed parts of a document may expand to, together. */
    public static final long MAX_EXPANDED_BYTES = 256L << 20;

    /** The maximum time to parse a document. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    @Override
    public String toString() {
        return "DocumentSource[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
