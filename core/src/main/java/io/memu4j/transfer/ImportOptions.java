package io.memu4j.transfer;

import io.memu4j.model.MemoryScope;
import org.jspecify.annotations.Nullable;

/**
 * How to import.
 *
 * @param asUser whose memory it becomes, or null for that of whom it was
 * @param asAgent with which agent, or null for that with which it was
 * @param partial whether what is whole of a file that was cut off is taken; such a file is refused otherwise
 * @param keepVectors whether the vectors that come are kept also where the configured embedding model is another one
 */
public record ImportOptions(@Nullable String asUser, @Nullable String asAgent, boolean partial, boolean keepVectors) {
    /** Everybody's memory stays theirs. */
    public static final ImportOptions DEFAULT = new ImportOptions(null, null, false, false);

    /** All of it becomes that user's memory. */
    public ImportOptions withUser(String userId) {
        return new ImportOptions(userId, asAgent, partial, keepVectors);
    }

    /** All of it becomes memory with that agent. */
    public ImportOptions withAgent(String agentId) {
        return new ImportOptions(asUser, agentId, partial, keepVectors);
    }

    public ImportOptions takingWhatIsWhole() {
        return new ImportOptions(asUser, asAgent, true, keepVectors);
    }

    public ImportOptions keepingVectors() {
        return new ImportOptions(asUser, asAgent, partial, true);
    }

    public MemoryScope target(MemoryScope from) {
        return new MemoryScope(asUser == null ? from.userId() : asUser, asAgent == null ? from.agentId() : asAgent);
    }
}
