package io.memu4j.importer.memu;

import io.memu4j.transfer.ImportReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was imported from MemU, and what was not.
 *
 * @param imported what was written, by user and agent
 * @param losses rows and values that could not be imported unchanged, by user and agent; not modifiable
 * @param vectors what the vectors file held, or null if none was named
 */
public record MemuReport(ImportReport imported, List<Loss> losses, @Nullable VectorsFile vectors) {
    /**
     * Copies the list.
     *
     * @param imported what was written
     * @param losses what could not be imported
     * @param vectors what the vectors file held, or null
     */
    public MemuReport {
        losses = List.copyOf(losses);
    }

    /**
     * Something that could not be imported unchanged.
     *
     * @param userId the user, or empty if the file does not name one
     * @param agentId the agent, or empty if the file does not name one
     * @param what the value and the reason, in words
     * @param rows the number of rows
     */
    public record Loss(String userId, String agentId, String what, long rows) {}

    /**
     * What a vectors file held.
     *
     * @param usable complete entries with a vector
     * @param unusable complete entries without a usable vector: no numbers, not finite, or all zero
     * @param problem why the rest could not be read, or null if all was read
     */
    public record VectorsFile(long usable, long unusable, @Nullable String problem) {}
}
