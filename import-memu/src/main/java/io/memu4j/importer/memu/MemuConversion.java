package io.memu4j.importer.memu;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.transfer.TransferRecord;
import io.memu4j.spi.transfer.TransferSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes records of MemU's rows, user by user. One use. */
final class MemuConversion {
    private final MemuDatabase memu;
    private final VectorEntries vectors;
    private final SourceFolder folder;
    private final @Nullable String model;
    private final Losses losses;

    /** @param model of the vectors that are kept, or null */
    MemuConversion(
            MemuDatabase memu, VectorEntries vectors, SourceFolder folder, @Nullable String model, Losses losses) {
        this.memu = memu;
        this.vectors = vectors;
        this.folder = folder;
        this.model = model;
        this.losses = losses;
    }

    /** Hands everything over. */
    void sendTo(TransferSink sink) {
        try {
            EmbeddingSpace space =
                    model == null || vectors.dimension() == 0 ? null : new EmbeddingSpace(model, vectors.dimension());
            Map<String, Set<String>> ownersByCopy = memu.ownersByCopy();
            for (List<String> owner : memu.owners()) {
                MemoryScope scope = scope(owner);
                if (scope != null) {
                    sink.accept(0, new TransferRecord.OfScope(scope, space));
                    new ScopeConversion(
                                    memu,
                                    scope,
                                    new MemuVectors(vectors, scope, space, losses),
                                    folder,
                                    ownersByCopy,
                                    losses)
                            .sendTo(sink);
                }
            }
        } catch (SQLException e) {
            throw new UncheckedSql(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable MemoryScope scope(List<String> owner) {
        String userId = owner.get(0);
        String agentId = owner.get(1);
        try {
            return userId == null || agentId == null ? refused(userId, agentId) : new MemoryScope(userId, agentId);
        } catch (InvalidInputException e) {
            return refused(userId, agentId);
        }
    }

    private @Nullable MemoryScope refused(@Nullable String userId, @Nullable String agentId) {
        losses.add(userId, agentId, "left out: the user or agent id is missing, blank or too long; all its rows");
        return null;
    }
}
