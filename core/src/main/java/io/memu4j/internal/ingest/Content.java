package io.memu4j.internal.ingest;

import io.memu4j.internal.ingest.text.BinaryFormat;
import io.memu4j.internal.ingest.text.TextContent;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a source holds, before anybody knows of which modality it is.
 *
 * @param text decoded; empty where there is a binary format
 * @param binary the format of a file that is no text, or null
 * @param mediaType what a server says, or null
 * @param charset what a server says, or null
 * @param transcript what is said in a recording, where it lies beside it, or null
 * @param copy the bytes as they came, or null where there was no file
 * @param byteSize length of the bytes, or of the text in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Content(
        TextContent text,
        @Nullable BinaryFormat binary,
        @Nullable String mediaType,
        @Nullable Charset charset,
        @Nullable TextContent transcript,
        byte @Nullable [] copy,
        long byteSize) {
    String subject() {
        return text.subject();
    }

    /** The media type by what is known: the bytes, the server, the file name. */
    @Nullable
    String effectiveMediaType() {
        if (binary != null) {
            return binary.mediaType();
        }
        if (mediaType != null || copy == null) {
            return mediaType;
        }
        return switch (text.extension()) {
            case "json" -> "application/json";
            case "jsonl", "ndjson" -> "application/jsonl";
            case "html", "htm", "xhtml" -> "text/html";
            case "md", "markdown" -> "text/markdown";
            default -> "text/plain";
        };
    }
}
