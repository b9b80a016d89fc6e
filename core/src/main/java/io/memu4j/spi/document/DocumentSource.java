package io.memu4j.spi.document;

import java.nio.charset.Charset;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A document to parse.
 *
 * @param subject how error messages call it, for example {@code The file /tmp/report.pdf}
 * @param mediaType one that the parser reads
 * @param bytes the whole document; not to be changed
 * @param charset what is known of a text format's character set, or null
 * @param checkpoint throws when the operation was cancelled; run now and then
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record DocumentSource(
        String subject, String mediaType, byte[] bytes, @Nullable Charset charset, Runnable checkpoint) {
    /** The most text a document may have, in UTF-16 units. */
    public static final int MAX_TEXT = 10_000_000;

    /** The most bytes a document's compressed parts may expand to, together. */
    public static final long MAX_EXPANDED_BYTES = 256L << 20;

    /** How long parsing may take. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    @Override
    public String toString() {
        return "DocumentSource[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
