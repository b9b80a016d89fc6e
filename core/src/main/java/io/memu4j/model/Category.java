package io.memu4j.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A topic with a running summary of the items linked to it. Immutable.
 *
 * <p>{@link #toString()} shows the id alone.
 */
public final class Category {
    private final String id;
    private final long version;
    private final String name;
    private final String description;
    private final String summary;
    private final Instant createdAt;
    private final Instant updatedAt;

    private Category(Builder parts) {
        id = parts.id;
        version = parts.version;
        name = parts.name;
        description = parts.description;
        summary = parts.summary;
        createdAt = parts.createdAt;
        updatedAt = parts.updatedAt;
    }

    /**
     * {@return a builder for a category with an empty description and summary}
     *
     * <p>{@link #updatedAt()} starts as {@code createdAt}. A store that reads a row sets every part.
     *
     * @param id a UUID of version 7 in lower case
     * @param name the name as people write it; compared without regard to case
     * @param createdAt when it was made; stores keep microseconds
     */
    public static Builder builder(String id, String name, Instant createdAt) {
        return new Builder(id, name, createdAt);
    }

    /** {@return a builder that starts with all parts of this category} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the id: a UUID of version 7 in lower case, 36 characters} */
    public String id() {
        return id;
    }

    /** {@return 0 before the category is stored, and then a number that grows by one with every change of its text} */
    public long version() {
        return version;
    }

    /** {@return the name, 1 to 255 characters} It is unique in a scope by {@link #nameKey()}. */
    public String name() {
        return name;
    }

    /** {@return what belongs to the topic; may be empty} */
    public String description() {
        return description;
    }

    /** {@return the summary as Markdown; empty while no item is linked} */
    public String summary() {
        return summary;
    }

    /** {@return when the category was made} Stores keep microseconds. */
    public Instant createdAt() {
        return createdAt;
    }

    /** {@return when its text was last changed} Stores keep microseconds. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** {@return the name as it is compared within a scope: without surrounding white space, in lower case} */
    public String nameKey() {
        return nameKey(name);
    }

    /**
     * {@return {@code name} as it is compared within a scope: without surrounding white space, in lower case}
     *
     * @param name the name as people write it; compared without regard to case
     */
    public static String nameKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Category that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    @Override
    public String toString() {
        return "Category[" + id + "]";
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {id, version, name, description, summary, createdAt, updatedAt};
    }

    /** Builds a {@link Category}. Not safe for use by several threads. */
    public static final class Builder {
        private String id;
        private long version = 0;
        private String name;
        private String description = "";
        private String summary = "";
        private Instant createdAt;
        private Instant updatedAt;

        private Builder(String id, String name, Instant createdAt) {
            this.id = id;
            this.name = name;
            this.createdAt = createdAt;
            this.updatedAt = createdAt;
        }

        private Builder(Category from) {
            id = from.id;
            version = from.version;
            name = from.name;
            description = from.description;
            summary = from.summary;
            createdAt = from.createdAt;
            updatedAt = from.updatedAt;
        }

        /**
         * Sets {@link Category#id()}.
         *
         * @param id the new value
         * @return this builder
         */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /**
         * Sets {@link Category#version()}.
         *
         * @param version the new value
         * @return this builder
         */
        public Builder version(long version) {
            this.version = version;
            return this;
        }

        /**
         * Sets {@link Category#name()}.
         *
         * @param name the new value
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets {@link Category#description()}.
         *
         * @param description the new value
         * @return this builder
         */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets {@link Category#summary()}.
         *
         * @param summary the new value
         * @return this builder
         */
        public Builder summary(String summary) {
            this.summary = summary;
            return this;
        }

        /**
         * Sets {@link Category#createdAt()}.
         *
         * @param createdAt the new value
         * @return this builder
         */
        public Builder createdAt(Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets {@link Category#updatedAt()}.
         *
         * @param updatedAt the new value
         * @return this builder
         */
        public Builder updatedAt(Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /** {@return the category} */
        public Category build() {
            return new Category(this);
        }
    }
}
