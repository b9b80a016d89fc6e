package io.memu4j.importer.memu;

import io.memu4j.transfer.ImportReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came over from MemU, and what did not.
 *
 * @param imported what was written, per user and agent
 * @param losses rows and values that could not come over as they were, per user and agent
 * @param vectors what the vectors file held, or null where none was named
 */
public record MemuReport(ImportReport imported, List<Loss> losses, @Nullable VectorsFile vectors) {
    public MemuReport {
        losses = List.copyOf(losses);
    }

    /**
     * Something that could not come over as it was.
     *
     * @param userId whose, or empty where the file does not say
     * @param agentId the same
     * @param what and why, in words
     * @param rows how many
     */
    public record Loss(String userId, String agentId, String what, long rows) {}

    /**
     * What a vectors file held.
     *
     * @param usable whole entries with a vector
     * @param unusable whole entries without one: no numbers, not finite, all zero
     * @param problem why the rest could not be read, or null when all of it was
     */
    public record VectorsFile(long usable, long unusable, @Nullable String problem) {}
}
