package io.memu4j.memory;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import java.util.List;

/**
 * The statements about something, as {@link Items#find} found them: what {@link Items#delete(FoundItems)} deletes, and nothing else.
 *
 * @param about what they are about
 * @param items in the order of their creation, also those that do not hold any more
 */
public record FoundItems(String about, List<FoundItem> items) {
    /**
     * Copies the list.
     *
     * @param about what they are about
     * @param items the statements
     */
    public FoundItems {
        items = List.copyOf(items);
    }

    /**
     * A statement and its proof.
     *
     * @param item the statement
     * @param passages the passages that it cites, by resource and position; they are not deleted with it
     */
    public record FoundItem(MemoryItem item, List<Passage> passages) {
        /**
         * Copies the list.
         *
         * @param item the statement
         * @param passages the passages that it cites
         */
        public FoundItem {
            passages = List.copyOf(passages);
        }

        /** Shows the id and no text. */
        @Override
        public String toString() {
            return "FoundItem[" + item.id() + "]";
        }
    }

    /**
     * Returns those of the statements that have one of the ids.
     *
     * @param ids of statements to keep in the selection; others are ignored
     * @return a copy with these alone
     */
    public FoundItems only(List<String> ids) {
        return new FoundItems(
                about,
                items.stream().filter(found -> ids.contains(found.item().id())).toList());
    }

    /** Shows the number of items and no text. */
    @Override
    public String toString() {
        return "FoundItems[" + items.size() + " items]";
    }
}
