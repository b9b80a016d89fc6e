package io.memu4j.model;

import io.memu4j.internal.value.ValueFields;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One remembered statement, with the passages that prove it and the categories it is linked to. Immutable.
 *
 * <p>{@link #toString()} never shows the statement.
 */
public final class MemoryItem {
    /** The longest statement, in UTF-16 units. */
    public static final int MAX_LENGTH = 8_000;

    /** Who made an item. An item that a person created or edited is kept when its last citation goes. */
    public enum Origin {
        /** Found in a source by understanding it. */
        EXTRACTED,
        /** Created by a person or an application. */
        CREATED,
        /** Extracted, and changed by a person or an application since. */
        EDITED
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Fields fields;

    private MemoryItem(Fields fields) {
        this.fields = fields;
    }

    /**
     * {@return a builder for an extracted item that was stated once and has neither citations nor links}
     *
     * <p>{@link #reinforcedAt()} and {@link #updatedAt()} start as {@code createdAt}. A store that reads a row sets every part.
     *
     * @param id a UUID of version 7 in lower case
     * @param type the kind of statement
     * @param summary the statement
     * @param createdAt when it was made; stores keep microseconds
     */
    public static Builder builder(String id, MemoryType type, String summary, Instant createdAt) {
        return new Builder(new Fields(id, type, summary, createdAt));
    }

    /** {@return a builder that starts with all parts of this item} */
    public Builder toBuilder() {
        return new Builder(ValueFields.copy(fields, f -> {}));
    }

    /** {@return the id: a UUID of version 7 in lower case, 36 characters} */
    public String id() {
        return fields.id;
    }

    /** {@return 0 before the item is stored, and then a number that grows by one with every change} A reinforcement is a change. */
    public long version() {
        return fields.version;
    }

    /** {@return the kind of statement} */
    public MemoryType type() {
        return fields.type;
    }

    /**
     * {@return the statement, 1 to {@link #MAX_LENGTH} UTF-16 units}
     *
     * <p>Together with the type it is unique in a scope; where there is a {@link #speaker()}, together with the speaker and the time as well.
     * The comparison ignores case, white space and final punctuation.
     */
    public String summary() {
        return fields.summary;
    }

    /** {@return when it happened, or null when the source does not say} */
    public @Nullable HappenedAt happenedAt() {
        return fields.happenedAt;
    }

    /** {@return who made the item} */
    public Origin origin() {
        return fields.origin;
    }

    /** {@return how often it was stated, from 1} */
    public int reinforcements() {
        return fields.reinforcements;
    }

    /** {@return when it was last stated} Stores keep microseconds. */
    public Instant reinforcedAt() {
        return fields.reinforcedAt;
    }

    /** {@return the caller's own attributes, which filters can ask for} Unmodifiable. */
    public Map<String, String> attributes() {
        return fields.attributes;
    }

    /** {@return the ids of the passages that prove it, in no order} Empty for an item that a user created. Unmodifiable. */
    public List<String> passageIds() {
        return fields.passageIds;
    }

    /** {@return the ids of the categories it is linked to, in no order} Unmodifiable. */
    public List<String> categoryIds() {
        return fields.categoryIds;
    }

    /** {@return when the item was made} Stores keep microseconds. */
    public Instant createdAt() {
        return fields.createdAt;
    }

    /** {@return when the item was last changed} Stores keep microseconds. */
    public Instant updatedAt() {
        return fields.updatedAt;
    }

    /** {@return when it was last said, by the passages it cites, or null when none of them has a time} Stores keep microseconds. */
    public @Nullable OffsetDateTime saidAt() {
        return fields.saidAt;
    }

    /** {@return when it was said; when no passage says so, when the item was made} What was said later counts more. */
    public Instant saidOrCreatedAt() {
        return fields.saidAt == null ? createdAt() : fields.saidAt.toInstant();
    }

    /** {@return when it holds; open at the ends that are not known} */
    public Validity holds() {
        return fields.holds;
    }

    /** {@return why it does not hold any more, or null while it does} */
    public @Nullable Closing closing() {
        return fields.closing;
    }

    /**
     * {@return whether it holds at a local time, as far as is known: not bounded away from it, and without an end not closed}
     *
     * @param time a local time
     */
    public boolean holdsAt(LocalDateTime time) {
        return fields.holds.includes(time) && (fields.closing == null || fields.holds.until() != null);
    }

    /** {@return what it is a statement about, if a person has only one of these at a time, such as {@code home}; null otherwise} */
    public @Nullable String fact() {
        return fields.fact;
    }

    /**
     * {@return who said the statement in these words, by name or role as in {@link Passage#speaker()}} Null where the words are a model's,
     * a person's who made or edited the item, or those of a document.
     */
    public @Nullable String speaker() {
        return fields.speaker;
    }

    /** {@return the time from which it is not found any more, or null} Stores keep microseconds. */
    public @Nullable Instant expiresAt() {
        return fields.expiresAt;
    }

    /**
     * {@return a copy as a person changed it at {@code time}: its origin is {@link Origin#EDITED}, unless a person created it} Null leaves
     * a part unchanged.
     *
     * @param newType the new type, or null
     * @param newSummary the new statement, or null
     * @param newHappenedAt the new time it speaks of, or null
     * @param newAttributes the new attributes, all of them, or null
     * @param time when the person changed it
     */
    public MemoryItem edited(
            @Nullable MemoryType newType,
            @Nullable String newSummary,
            @Nullable HappenedAt newHappenedAt,
            @Nullable Map<String, String> newAttributes,
            Instant time) {
        return toBuilder()
                .type(newType == null ? type() : newType)
                .summary(newSummary == null ? summary() : newSummary)
                .speaker(newSummary == null || newSummary.equals(summary()) ? speaker() : null)
                .happenedAt(newHappenedAt == null ? happenedAt() : newHappenedAt)
                .origin(origin() == Origin.CREATED ? Origin.CREATED : Origin.EDITED)
                .attributes(newAttributes == null ? attributes() : newAttributes)
                .updatedAt(time)
                .build();
    }

    /**
     * {@return the statement with who said it and when, as far as known, for people and prompts: {@code Ana, 12 May 2026: I live in Brno.}
     * Without a {@link #speaker()} it is the statement alone}
     */
    public String attributed() {
        if (fields.speaker == null) {
            return summary();
        }
        String day = fields.saidAt == null ? "" : ", " + DAY.format(fields.saidAt);
        return fields.speaker + day + ": " + summary();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemoryItem that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "MemoryItem[" + id() + ", " + type().name() + "]";
    }

    /** Builds a {@link MemoryItem}. Not safe for use by several threads. */
    public static final class Builder {
        private final Fields fields;

        private Builder(Fields fields) {
            this.fields = fields;
        }

        /**
         * Sets {@link MemoryItem#id()}.
         * @param id the new value
         * @return this builder
         */
        public Builder id(String id) {
            fields.id = id;
            return this;
        }

        /**
         * Sets {@link MemoryItem#version()}.
         * @param version the new value
         * @return this builder
         */
        public Builder version(long version) {
            fields.version = version;
            return this;
        }

        /**
         * Sets {@link MemoryItem#type()}.
         * @param type the new value
         * @return this builder
         */
        public Builder type(MemoryType type) {
            fields.type = type;
            return this;
        }

        /**
         * Sets {@link MemoryItem#summary()}.
         * @param summary the new value
         * @return this builder
         */
        public Builder summary(String summary) {
            fields.summary = summary;
            return this;
        }

        /**
         * Sets {@link MemoryItem#happenedAt()}.
         * @param happenedAt the new value
         * @return this builder
         */
        public Builder happenedAt(@Nullable HappenedAt happenedAt) {
            fields.happenedAt = happenedAt;
            return this;
        }

        /**
         * Sets {@link MemoryItem#origin()}.
         * @param origin the new value
         * @return this builder
         */
        public Builder origin(Origin origin) {
            fields.origin = origin;
            return this;
        }

        /**
         * Sets {@link MemoryItem#reinforcements()}.
         * @param reinforcements the new value
         * @return this builder
         */
        public Builder reinforcements(int reinforcements) {
            fields.reinforcements = reinforcements;
            return this;
        }

        /**
         * Sets {@link MemoryItem#reinforcedAt()}.
         * @param reinforcedAt the new value
         * @return this builder
         */
        public Builder reinforcedAt(Instant reinforcedAt) {
            fields.reinforcedAt = reinforcedAt;
            return this;
        }

        /**
         * Sets {@link MemoryItem#attributes()}.
         * @param attributes the new value
         * @return this builder
         */
        public Builder attributes(Map<String, String> attributes) {
            fields.attributes = attributes;
            return this;
        }

        /**
         * Sets {@link MemoryItem#passageIds()}.
         * @param passageIds the new value
         * @return this builder
         */
        public Builder passageIds(List<String> passageIds) {
            fields.passageIds = passageIds;
            return this;
        }

        /**
         * Sets {@link MemoryItem#categoryIds()}.
         * @param categoryIds the new value
         * @return this builder
         */
        public Builder categoryIds(List<String> categoryIds) {
            fields.categoryIds = categoryIds;
            return this;
        }

        /**
         * Sets {@link MemoryItem#createdAt()}.
         * @param createdAt the new value
         * @return this builder
         */
        public Builder createdAt(Instant createdAt) {
            fields.createdAt = createdAt;
            return this;
        }

        /**
         * Sets {@link MemoryItem#updatedAt()}.
         * @param updatedAt the new value
         * @return this builder
         */
        public Builder updatedAt(Instant updatedAt) {
            fields.updatedAt = updatedAt;
            return this;
        }

        /**
         * Sets {@link MemoryItem#saidAt()}.
         * @param saidAt the new value
         * @return this builder
         */
        public Builder saidAt(@Nullable OffsetDateTime saidAt) {
            fields.saidAt = saidAt;
            return this;
        }

        /**
         * Sets {@link MemoryItem#holds()}.
         * @param holds the new value
         * @return this builder
         */
        public Builder holds(Validity holds) {
            fields.holds = holds;
            return this;
        }

        /**
         * Sets {@link MemoryItem#closing()}.
         * @param closing the new value
         * @return this builder
         */
        public Builder closing(@Nullable Closing closing) {
            fields.closing = closing;
            return this;
        }

        /**
         * Sets {@link MemoryItem#fact()}.
         * @param fact the new value
         * @return this builder
         */
        public Builder fact(@Nullable String fact) {
            fields.fact = fact;
            return this;
        }

        /**
         * Sets {@link MemoryItem#speaker()}.
         * @param speaker the new value
         * @return this builder
         */
        public Builder speaker(@Nullable String speaker) {
            fields.speaker = speaker;
            return this;
        }

        /**
         * Sets {@link MemoryItem#expiresAt()}.
         * @param expiresAt the new value
         * @return this builder
         */
        public Builder expiresAt(@Nullable Instant expiresAt) {
            fields.expiresAt = expiresAt;
            return this;
        }

        /** {@return the item, with copies of the collections} */
        public MemoryItem build() {
            return new MemoryItem(ValueFields.copy(fields, f -> {
                f.attributes = Map.copyOf(f.attributes);
                f.passageIds = List.copyOf(f.passageIds);
                f.categoryIds = List.copyOf(f.categoryIds);
            }));
        }
    }

    private static final class Fields extends ValueFields {
        String id;
        long version = 0;
        MemoryType type;
        String summary;
        private @Nullable HappenedAt happenedAt;
        Origin origin = Origin.EXTRACTED;
        int reinforcements = 1;
        Instant reinforcedAt;
        Map<String, String> attributes = Map.of();
        List<String> passageIds = List.of();
        List<String> categoryIds = List.of();
        Instant createdAt;
        Instant updatedAt;
        private @Nullable OffsetDateTime saidAt;
        Validity holds = Validity.OPEN;
        private @Nullable Closing closing;

        @Nullable
        String fact;

        private @Nullable String speaker;

        @Nullable
        Instant expiresAt;

        Fields(String id, MemoryType type, String summary, Instant createdAt) {
            this.id = id;
            this.type = type;
            this.summary = summary;
            this.reinforcedAt = createdAt;
            this.createdAt = createdAt;
            this.updatedAt = createdAt;
        }

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(
                    id,
                    version,
                    type,
                    summary,
                    happenedAt,
                    origin,
                    reinforcements,
                    reinforcedAt,
                    attributes,
                    passageIds,
                    categoryIds,
                    createdAt,
                    updatedAt,
                    saidAt,
                    holds,
                    closing,
                    fact,
                    speaker,
                    expiresAt);
        }
    }
}
