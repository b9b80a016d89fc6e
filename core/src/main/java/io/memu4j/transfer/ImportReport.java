package io.memu4j.transfer;

import io.memu4j.model.MemoryScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did with each row.
 *
 * @param scopes one entry per memory written to, in the order of the source; not modifiable
 * @param cutOff what is missing of a truncated file, in a full sentence; null if it was complete
 */
public record ImportReport(List<ImportedScope> scopes, @Nullable String cutOff) {
    /**
     * Copies the list.
     *
     * @param scopes one entry per memory
     * @param cutOff what is missing of a truncated file, or null
     */
    public ImportReport {
        scopes = List.copyOf(scopes);
    }

    /** {@return whether every row of the source is stored as it came} */
    public boolean complete() {
        return cutOff == null && scopes.stream().allMatch(ImportedScope::complete);
    }

    /**
     * What was imported to one memory.
     *
     * @param scope the memory written to
     * @param categories topics
     * @param resources sources
     * @param passages passages of sources
     * @param items statements
     * @param vectors vectors kept and made
     * @param copies copies of sources
     * @param notes what was not stored as it came, in full sentences; at most 100; not modifiable
     */
    public record ImportedScope(
            MemoryScope scope,
            Tally categories,
            Tally resources,
            Tally passages,
            Tally items,
            Vectors vectors,
            Copies copies,
            List<String> notes) {
        /**
         * Copies the notes.
         *
         * @param scope the memory
         * @param categories topics
         * @param resources sources
         * @param passages passages
         * @param items statements
         * @param vectors vectors
         * @param copies copies of sources
         * @param notes full sentences
         */
        public ImportedScope {
            notes = List.copyOf(notes);
        }

        boolean complete() {
            return notes.isEmpty()
                    && List.of(categories, resources, passages, items).stream()
                            .allMatch(tally -> tally.different() + tally.leftOut() == 0);
        }
    }

    /**
     * What was done with the rows of one kind.
     *
     * @param added rows written
     * @param unchanged rows that were stored already
     * @param merged rows stored under another id: the same source, the same statement, or a topic of the same name
     * @param different rows stored with other content, which was kept
     * @param leftOut rows that could not be stored; the notes say why
     */
    public record Tally(long added, long unchanged, long merged, long different, long leftOut) {}

    /**
     * What was done with vectors.
     *
     * @param kept vectors of the source that were written
     * @param made vectors made by the embedding model, for rows without one or with one of another model
     * @param missing rows that were added without a vector
     */
    public record Vectors(long kept, long made, long missing) {}

    /**
     * What was done with copies of sources.
     *
     * @param kept copies written
     * @param missing added resources without a copy: none came, or no place for copies is configured
     */
    public record Copies(long kept, long missing) {}
}
