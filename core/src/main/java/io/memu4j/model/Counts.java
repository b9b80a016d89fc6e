package io.memu4j.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The number of rows of a scope, by kind. All are 0 where the scope was never written. Immutable. */
public final class Counts {
    /** No rows. */
    public static final Counts NONE = builder().build();

    private final long resources;
    private final long passages;
    private final long items;
    private final long categories;
    private final long links;
    private final long citations;
    private final long embeddings;
    private final long events;

    private Counts(Builder parts) {
        resources = parts.resources;
        passages = parts.passages;
        items = parts.items;
        categories = parts.categories;
        links = parts.links;
        citations = parts.citations;
        embeddings = parts.embeddings;
        events = parts.events;
    }

    /** {@return a builder for counts of 0} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts with all parts of this counts} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the number of resources} */
    public long resources() {
        return resources;
    }

    /** {@return the number of passages} */
    public long passages() {
        return passages;
    }

    /** {@return the number of items} */
    public long items() {
        return items;
    }

    /** {@return the number of categories} */
    public long categories() {
        return categories;
    }

    /** {@return the number of links between items and categories} */
    public long links() {
        return links;
    }

    /** {@return the number of citations of passages by items} */
    public long citations() {
        return citations;
    }

    /** {@return the number of stored vectors, of all embedding spaces} */
    public long embeddings() {
        return embeddings;
    }

    /** {@return the number of entries in the histories of items, of deleted ones too} */
    public long events() {
        return events;
    }

    /** {@return whether all counts are 0} */
    public boolean isEmpty() {
        return equals(NONE);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Counts that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    @Override
    public String toString() {
        return "Counts[resources=" + resources + ", passages=" + passages + ", items=" + items + ", categories="
                + categories + ", links=" + links + ", citations=" + citations + ", embeddings=" + embeddings
                + ", events=" + events + "]";
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {resources, passages, items, categories, links, citations, embeddings, events};
    }

    /** Builds a {@link Counts}. Not safe for use by several threads. */
    public static final class Builder {
        private long resources = 0;
        private long passages = 0;
        private long items = 0;
        private long categories = 0;
        private long links = 0;
        private long citations = 0;
        private long embeddings = 0;
        private long events = 0;

        private Builder() {}

        private Builder(Counts from) {
            resources = from.resources;
            passages = from.passages;
            items = from.items;
            categories = from.categories;
            links = from.links;
            citations = from.citations;
            embeddings = from.embeddings;
            events = from.events;
        }

        /**
         * Sets {@link Counts#resources()}.
         *
         * @param resources the new value
         * @return this builder
         */
        public Builder resources(long resources) {
            this.resources = resources;
            return this;
        }

        /**
         * Sets {@link Counts#passages()}.
         *
         * @param passages the new value
         * @return this builder
         */
        public Builder passages(long passages) {
            this.passages = passages;
            return this;
        }

        /**
         * Sets {@link Counts#items()}.
         *
         * @param items the new value
         * @return this builder
         */
        public Builder items(long items) {
            this.items = items;
            return this;
        }

        /**
         * Sets {@link Counts#categories()}.
         *
         * @param categories the new value
         * @return this builder
         */
        public Builder categories(long categories) {
            this.categories = categories;
            return this;
        }

        /**
         * Sets {@link Counts#links()}.
         *
         * @param links the new value
         * @return this builder
         */
        public Builder links(long links) {
            this.links = links;
            return this;
        }

        /**
         * Sets {@link Counts#citations()}.
         *
         * @param citations the new value
         * @return this builder
         */
        public Builder citations(long citations) {
            this.citations = citations;
            return this;
        }

        /**
         * Sets {@link Counts#embeddings()}.
         *
         * @param embeddings the new value
         * @return this builder
         */
        public Builder embeddings(long embeddings) {
            this.embeddings = embeddings;
            return this;
        }

        /**
         * Sets {@link Counts#events()}.
         *
         * @param events the new value
         * @return this builder
         */
        public Builder events(long events) {
            this.events = events;
            return this;
        }

        /** {@return the counts} */
        public Counts build() {
            return new Counts(this);
        }
    }
}
