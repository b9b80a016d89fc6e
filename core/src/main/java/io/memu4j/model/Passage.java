package io.memu4j.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A citable piece of a resource's text: one message or one paragraph. Immutable.
 *
 * <p>{@link #toString()} never shows the text or the speaker.
 */
public final class Passage {
    /** The longest text of a passage, in UTF-16 units. */
    public static final int MAX_LENGTH = 8_000;

    private final String id;
    private final String resourceId;
    private final int index;
    private final int part;
    private final @Nullable String speaker;
    private final @Nullable String role;
    private final @Nullable OffsetDateTime saidAt;
    private final String text;
    private final Instant createdAt;

    private Passage(Builder parts) {
        id = parts.id;
        resourceId = parts.resourceId;
        index = parts.index;
        part = parts.part;
        speaker = parts.speaker;
        role = parts.role;
        saidAt = parts.saidAt;
        text = parts.text;
        createdAt = parts.createdAt;
    }

    /**
     * {@return a builder for an undivided paragraph: part 0, no speaker, no role, no time} A store that reads a row sets every part.
     *
     * @param id a UUID of version 7 in lower case
     * @param resourceId the id of the resource it belongs to
     * @param index its place in the resource, from 0
     * @param text the text, at most 8,000 characters
     * @param createdAt when it was made; stores keep microseconds
     */
    public static Builder builder(String id, String resourceId, int index, String text, Instant createdAt) {
        return new Builder(id, resourceId, index, text, createdAt);
    }

    /** {@return a builder that starts with all parts of this passage} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the id: a UUID of version 7 in lower case, 36 characters} */
    public String id() {
        return id;
    }

    /** {@return the id of the resource it belongs to} */
    public String resourceId() {
        return resourceId;
    }

    /** {@return the number of the message or paragraph in its source, from 0} An empty message has a number and no passage. */
    public int index() {
        return index;
    }

    /** {@return 0, or the number of the piece where a message or paragraph is longer than {@link #MAX_LENGTH}} */
    public int part() {
        return part;
    }

    /** {@return the name of the speaker, or the role where there is no name} Null for documents. */
    public @Nullable String speaker() {
        return speaker;
    }

    /** {@return the speaker's role, or null for documents} */
    public @Nullable String role() {
        return role;
    }

    /** {@return when it was said, with the offset of the speaker's clock, or null when unknown} Stores keep microseconds. */
    public @Nullable OffsetDateTime saidAt() {
        return saidAt;
    }

    /** {@return the text, 1 to {@link #MAX_LENGTH} UTF-16 units} */
    public String text() {
        return text;
    }

    /** {@return when the passage was memorized} Stores keep microseconds. */
    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Passage that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    @Override
    public String toString() {
        return "Passage[" + id + ", " + index + "]";
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {id, resourceId, index, part, speaker, role, saidAt, text, createdAt};
    }

    /** Builds a {@link Passage}. Not safe for use by several threads. */
    public static final class Builder {
        private String id;
        private String resourceId;
        private int index;
        private int part = 0;
        private @Nullable String speaker;
        private @Nullable String role;
        private @Nullable OffsetDateTime saidAt;
        private String text;
        private Instant createdAt;

        private Builder(String id, String resourceId, int index, String text, Instant createdAt) {
            this.id = id;
            this.resourceId = resourceId;
            this.index = index;
            this.text = text;
            this.createdAt = createdAt;
        }

        private Builder(Passage from) {
            id = from.id;
            resourceId = from.resourceId;
            index = from.index;
            part = from.part;
            speaker = from.speaker;
            role = from.role;
            saidAt = from.saidAt;
            text = from.text;
            createdAt = from.createdAt;
        }

        /**
         * Sets {@link Passage#id()}.
         *
         * @param id the new value
         * @return this builder
         */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /**
         * Sets {@link Passage#resourceId()}.
         *
         * @param resourceId the new value
         * @return this builder
         */
        public Builder resourceId(String resourceId) {
            this.resourceId = resourceId;
            return this;
        }

        /**
         * Sets {@link Passage#index()}.
         *
         * @param index the new value
         * @return this builder
         */
        public Builder index(int index) {
            this.index = index;
            return this;
        }

        /**
         * Sets {@link Passage#part()}.
         *
         * @param part the new value
         * @return this builder
         */
        public Builder part(int part) {
            this.part = part;
            return this;
        }

        /**
         * Sets {@link Passage#speaker()}.
         *
         * @param speaker the new value
         * @return this builder
         */
        public Builder speaker(@Nullable String speaker) {
            this.speaker = speaker;
            return this;
        }

        /**
         * Sets {@link Passage#role()}.
         *
         * @param role the new value
         * @return this builder
         */
        public Builder role(@Nullable String role) {
            this.role = role;
            return this;
        }

        /**
         * Sets {@link Passage#saidAt()}.
         *
         * @param saidAt the new value
         * @return this builder
         */
        public Builder saidAt(@Nullable OffsetDateTime saidAt) {
            this.saidAt = saidAt;
            return this;
        }

        /**
         * Sets {@link Passage#text()}.
         *
         * @param text the new value
         * @return this builder
         */
        public Builder text(String text) {
            this.text = text;
            return this;
        }

        /**
         * Sets {@link Passage#createdAt()}.
         *
         * @param createdAt the new value
         * @return this builder
         */
        public Builder createdAt(Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /** {@return the passage} */
        public Passage build() {
            return new Passage(this);
        }
    }
}
