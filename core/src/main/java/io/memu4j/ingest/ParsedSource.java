package io.memu4j.ingest;

import io.memu4j.model.Modality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as understood by shape alone: no model has seen it.
 *
 * @param key the resource's source key
 * @param url the address shown to people
 * @param mediaType an IANA media type, or null where there was no file
 * @param copy the bytes to keep a copy of, or null where there was no file
 * @param byteSize length of the file, or of the text in UTF-8
 * @param contentHash SHA-256, 64 hexadecimal digits; for conversations of {@link MessageChain}
 * @param segments the text in order, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ParsedSource(
        String key,
        String url,
        Modality modality,
        @Nullable String mediaType,
        byte @Nullable [] copy,
        long byteSize,
        String contentHash,
        List<Segment> segments) {
    /** Written out because javac forgets {@code byte @Nullable []} in a compact constructor. */
    public ParsedSource(
            String key,
            String url,
            Modality modality,
            @Nullable String mediaType,
            byte @Nullable [] copy,
            long byteSize,
            String contentHash,
            List<Segment> segments) {
        this.key = key;
        this.url = url;
        this.modality = modality;
        this.mediaType = mediaType;
        this.copy = copy;
        this.byteSize = byteSize;
        this.contentHash = contentHash;
        this.segments = List.copyOf(segments);
    }
}
