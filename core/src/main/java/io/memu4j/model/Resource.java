package io.memu4j.model;

import io.memu4j.internal.value.SourceKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A raw source that was memorized: a conversation, a document, a picture, a recording. Immutable.
 *
 * <p>{@link #toString()} shows neither the source key nor any text.
 */
public final class Resource {
    private final String id;
    private final long version;
    private final String sourceKey;
    private final String url;
    private final Modality modality;
    private final ResourceState state;
    private final @Nullable String caption;
    private final @Nullable String missing;
    private final @Nullable String mediaType;
    private final long byteSize;
    private final String contentHash;
    private final String fingerprint;
    private final @Nullable String blobKey;
    private final Map<String, String> attributes;
    private final Instant createdAt;
    private final Instant updatedAt;

    private Resource(Builder parts) {
        id = parts.id;
        version = parts.version;
        sourceKey = parts.sourceKey;
        url = parts.url;
        modality = parts.modality;
        state = parts.state;
        caption = parts.caption;
        missing = parts.missing;
        mediaType = parts.mediaType;
        byteSize = parts.byteSize;
        contentHash = parts.contentHash;
        fingerprint = parts.fingerprint;
        blobKey = parts.blobKey;
        attributes = Map.copyOf(parts.attributes);
        createdAt = parts.createdAt;
        updatedAt = parts.updatedAt;
    }

    /**
     * {@return a builder for a complete resource without copy, caption and attributes}
     *
     * <p>{@link #url()} starts as the source key without user name, query and fragment, {@link #updatedAt()} as {@code createdAt}. A store
     * that reads a row sets every part.
     *
     * @param id a UUID of version 7 in lower case
     * @param sourceKey the key the caller knows the source by
     * @param modality the kind of source
     * @param contentHash the SHA-256 of the content, 64 hexadecimal digits
     * @param createdAt when it was made; stores keep microseconds
     */
    public static Builder builder(
            String id, String sourceKey, Modality modality, String contentHash, Instant createdAt) {
        return new Builder(id, sourceKey, modality, contentHash, createdAt);
    }

    /** {@return a builder that starts with all parts of this resource} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the id: a UUID of version 7 in lower case, 36 characters} */
    public String id() {
        return id;
    }

    /** {@return 0 before the resource is stored, and then a number that grows by one with every change} */
    public long version() {
        return version;
    }

    /** {@return the key the caller knows the source by: an absolute path, a URI or a key of the caller's own} It is unique in a scope. */
    public String sourceKey() {
        return sourceKey;
    }

    /**
     * {@return the address as people and models may see it, without user name, query and fragment} It equals the source key where that is
     * no address.
     */
    public String url() {
        return url;
    }

    /** {@return the kind of source} */
    public Modality modality() {
        return modality;
    }

    /** {@return how much of the source was understood} */
    public ResourceState state() {
        return state;
    }

    /** {@return one or two sentences on what the source is, or null when it has no caption} */
    public @Nullable String caption() {
        return caption;
    }

    /**
     * {@return what was not understood and why, or null when the state is {@link ResourceState#COMPLETE}}
     *
     * <p>Each line has the form {@code passages 120-180: reason}. The numbers are those of {@link Passage#index()}.
     */
    public @Nullable String missing() {
        return missing;
    }

    /** {@return the IANA media type of the stored copy, or null when no copy is kept} */
    public @Nullable String mediaType() {
        return mediaType;
    }

    /** {@return the length of the source in bytes} A source without a file counts its text in UTF-8. */
    public long byteSize() {
        return byteSize;
    }

    /**
     * {@return the SHA-256 of the content, 64 hexadecimal digits} That of a conversation is chained message by message, so that appending
     * needs only the new messages.
     */
    public String contentHash() {
        return contentHash;
    }

    /**
     * {@return which model, prompt version and categories understood the source, at most 255 characters} A different value makes the engine
     * understand it again.
     */
    public String fingerprint() {
        return fingerprint;
    }

    /** {@return the key of the stored copy in the blob store, or null when no copy is kept} */
    public @Nullable String blobKey() {
        return blobKey;
    }

    /** {@return the caller's own attributes, which filters can ask for} Unmodifiable. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** {@return when the resource was first memorized} Stores keep microseconds. */
    public Instant createdAt() {
        return createdAt;
    }

    /** {@return when the resource was last changed} Stores keep microseconds. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /**
     * {@return a copy with these attributes, updated at {@code time}}
     *
     * @param newAttributes the attributes, all of them
     * @param time when the attributes were changed
     */
    public Resource withAttributes(Map<String, String> newAttributes, Instant time) {
        return toBuilder().attributes(newAttributes).updatedAt(time).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Resource that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    @Override
    public String toString() {
        return "Resource[" + id + ", " + modality + ", " + state + "]";
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {
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
            attributes,
            createdAt,
            updatedAt
        };
    }

    /** Builds a {@link Resource}. Not safe for use by several threads. */
    public static final class Builder {
        private String id;
        private long version = 0;
        private String sourceKey;
        private String url;
        private Modality modality;
        private ResourceState state = ResourceState.COMPLETE;
        private @Nullable String caption;
        private @Nullable String missing;
        private @Nullable String mediaType;
        private long byteSize = 0;
        private String contentHash;
        private String fingerprint = "";
        private @Nullable String blobKey;
        private Map<String, String> attributes = Map.of();
        private Instant createdAt;
        private Instant updatedAt;

        private Builder(String id, String sourceKey, Modality modality, String contentHash, Instant createdAt) {
            this.id = id;
            this.sourceKey = sourceKey;
            this.url = SourceKey.shown(sourceKey);
            this.modality = modality;
            this.contentHash = contentHash;
            this.createdAt = createdAt;
            this.updatedAt = createdAt;
        }

        private Builder(Resource from) {
            id = from.id;
            version = from.version;
            sourceKey = from.sourceKey;
            url = from.url;
            modality = from.modality;
            state = from.state;
            caption = from.caption;
            missing = from.missing;
            mediaType = from.mediaType;
            byteSize = from.byteSize;
            contentHash = from.contentHash;
            fingerprint = from.fingerprint;
            blobKey = from.blobKey;
            attributes = from.attributes;
            createdAt = from.createdAt;
            updatedAt = from.updatedAt;
        }

        /**
         * Sets {@link Resource#id()}.
         *
         * @param id the new value
         * @return this builder
         */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /**
         * Sets {@link Resource#version()}.
         *
         * @param version the new value
         * @return this builder
         */
        public Builder version(long version) {
            this.version = version;
            return this;
        }

        /**
         * Sets {@link Resource#sourceKey()}.
         *
         * @param sourceKey the new value
         * @return this builder
         */
        public Builder sourceKey(String sourceKey) {
            this.sourceKey = sourceKey;
            return this;
        }

        /**
         * Sets {@link Resource#url()}.
         *
         * @param url the new value
         * @return this builder
         */
        public Builder url(String url) {
            this.url = url;
            return this;
        }

        /**
         * Sets {@link Resource#modality()}.
         *
         * @param modality the new value
         * @return this builder
         */
        public Builder modality(Modality modality) {
            this.modality = modality;
            return this;
        }

        /**
         * Sets {@link Resource#state()}.
         *
         * @param state the new value
         * @return this builder
         */
        public Builder state(ResourceState state) {
            this.state = state;
            return this;
        }

        /**
         * Sets {@link Resource#caption()}.
         *
         * @param caption the new value
         * @return this builder
         */
        public Builder caption(@Nullable String caption) {
            this.caption = caption;
            return this;
        }

        /**
         * Sets {@link Resource#missing()}.
         *
         * @param missing the new value
         * @return this builder
         */
        public Builder missing(@Nullable String missing) {
            this.missing = missing;
            return this;
        }

        /**
         * Sets {@link Resource#mediaType()}.
         *
         * @param mediaType the new value
         * @return this builder
         */
        public Builder mediaType(@Nullable String mediaType) {
            this.mediaType = mediaType;
            return this;
        }

        /**
         * Sets {@link Resource#byteSize()}.
         *
         * @param byteSize the new value
         * @return this builder
         */
        public Builder byteSize(long byteSize) {
            this.byteSize = byteSize;
            return this;
        }

        /**
         * Sets {@link Resource#contentHash()}.
         *
         * @param contentHash the new value
         * @return this builder
         */
        public Builder contentHash(String contentHash) {
            this.contentHash = contentHash;
            return this;
        }

        /**
         * Sets {@link Resource#fingerprint()}.
         *
         * @param fingerprint the new value
         * @return this builder
         */
        public Builder fingerprint(String fingerprint) {
            this.fingerprint = fingerprint;
            return this;
        }

        /**
         * Sets {@link Resource#blobKey()}.
         *
         * @param blobKey the new value
         * @return this builder
         */
        public Builder blobKey(@Nullable String blobKey) {
            this.blobKey = blobKey;
            return this;
        }

        /**
         * Sets {@link Resource#attributes()}.
         *
         * @param attributes the new value
         * @return this builder
         */
        public Builder attributes(Map<String, String> attributes) {
            this.attributes = attributes;
            return this;
        }

        /**
         * Sets {@link Resource#createdAt()}.
         *
         * @param createdAt the new value
         * @return this builder
         */
        public Builder createdAt(Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets {@link Resource#updatedAt()}.
         *
         * @param updatedAt the new value
         * @return this builder
         */
        public Builder updatedAt(Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /** {@return the resource, with copies of the collections} */
        public Resource build() {
            return new Resource(this);
        }
    }
}
