package io.memu4j.transfer;

import io.memu4j.model.MemoryScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of everything that came.
 *
 * @param scopes one entry per memory written to, in the order in which they came
 * @param cutOff what is missing of a file that was cut off, in a full sentence; null when it was whole
 */
public record ImportReport(List<ImportedScope> scopes, @Nullable String cutOff) {
    public ImportReport {
        scopes = List.copyOf(scopes);
    }

    /** Whether everything that came is there now, as it came. */
    public boolean complete() {
        return cutOff == null && scopes.stream().allMatch(ImportedScope::complete);
    }

    /**
     * One memory.
     *
     * @param scope whose it is now
     * @param vectors kept and made
     * @param copies of sources
     * @param notes what was not taken as it came, each in a full sentence; at most 100
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
     * What became of the rows of one kind.
     *
     * @param added written
     * @param unchanged were there already
     * @param merged are there under another id: the same source, the same statement, a topic of the same name
     * @param different are there with another content, which was kept
     * @param leftOut could not be taken; the notes say why
     */
    public record Tally(long added, long unchanged, long merged, long different, long leftOut) {}

    /**
     * @param kept came along and were written
     * @param made by the embedding model, for rows that came without one or with one of another model
     * @param missing rows that were added without one
     */
    public record Vectors(long kept, long made, long missing) {}

    /**
     * @param kept written to the place for copies
     * @param missing of resources that were added: none came, or no place for copies is configured
     */
    public record Copies(long kept, long missing) {}
}
