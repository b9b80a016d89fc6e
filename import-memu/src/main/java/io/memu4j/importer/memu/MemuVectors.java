package io.memu4j.importer.memu;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import org.jspecify.annotations.Nullable;

/** The vectors of one user with one agent. */
record MemuVectors(VectorEntries entries, MemoryScope scope, @Nullable EmbeddingSpace space, Losses losses) {
    /** The vector of that row, or null where none is kept or there is none of the right length that is the user's. */
    float @Nullable [] of(String collection, String id) {
        if (space == null) {
            return null;
        }
        VectorEntries.Entry entry = entry(collection, id);
        if (entry == null) {
            return null;
        }
        if (entry.dimension() != space.dimension()) {
            losses.add(scope.userId(), scope.agentId(), "vector left out: it has another length than most");
            return null;
        }
        return entries.vector(entry);
    }

    /** The text of that resource that was embedded, or null. */
    @Nullable
    String textOfResource(String id) {
        VectorEntries.Entry entry = entry("resources", id);
        return entry == null || entry.text() == null || entry.text().isBlank() ? null : entry.text();
    }

    private VectorEntries.@Nullable Entry entry(String collection, String id) {
        VectorEntries.Entry entry = entries.entry(collection, id);
        if (entry == null) {
            return null;
        }
        boolean ours = (entry.userId() == null || entry.userId().equals(scope.userId()))
                && (entry.agentId() == null || entry.agentId().equals(scope.agentId()));
        if (!ours) {
            losses.add(scope.userId(), scope.agentId(), "entry of the vectors file ignored: it names another user");
        }
        return ours ? entry : null;
    }
}
