package io.memu4j.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A raw source that was memorized.
 *
 * @param id UUIDv7, lower case
 * @param version 0 before it is stored, grows by one with every change
 * @param sourceKey what the caller knows it by; unique in a scope: an absolute path, a URI, or a key of the caller's own
 * @param url where it came from, as shown to people and models: an address without user name, query and fragment; equals the source key
 *     where there is no address
 * @param caption one or two sentences on what it is, or null while not understood
 * @param missing what was not understood and why, when the state is {@link ResourceState#PARTIAL}; null otherwise. One line for each part, in
 *     the form {@code passages 120-180: reason}, where the numbers are those of {@link Passage#index}
 * @param mediaType an IANA media type, or null when there is no copy
 * @param byteSize length of the source in bytes (of its text in UTF-8 where there was no file)
 * @param contentHash SHA-256 over the content; for a conversation, over its messages one after the other, see {@code Passage}
 * @param fingerprint what understood it: model, prompt version, categories; up to 255 characters
 * @param blobKey where the copy is, or null when none is kept
 * @param attributes the caller's own, usable as filters
 */
public record Resource(
        String id,
        long version,
        String sourceKey,
        String url,
        Modality modality,
        ResourceState state,
        @Nullable String caption,
        @Nullable String missing,
        @Nullable String mediaType,
        long byteSize,
        String contentHash,
        String fingerprint,
        @Nullable String blobKey,
        Map<String, String> attributes,
        Instant createdAt,
        Instant updatedAt) {
    public Resource {
        attributes = Map.copyOf(attributes);
    }

    /** The same with other attributes, changed at that time. */
    public Resource withAttributes(Map<String, String> newAttributes, Instant time) {
        return new Resource(
                id,
                version,
                sourceKey,
                url,
                modality,
                state,
                caption,
                missing,
                mediaType,
                byteSize,
                contentHash,
                fingerprint,
                blobKey,
                newAttributes,
                createdAt,
                time);
    }

    /** Returns a copy with another blob key. */
    public Resource withBlobKey(String newKey) {
        return new Resource(
                id,
                version,
                sourceKey,
                url,
                modality,
                state,
                caption,
                missing,
                mediaType,
                byteSize,
                contentHash,
                fingerprint,
                newKey,
                attributes,
                createdAt,
                updatedAt);
    }

    @Override
    public String toString() {
        return "Resource[" + id + ", " + modality + ", " + state + "]";
    }
}
