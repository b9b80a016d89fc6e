package io.memu4j.internal.admin;

import io.memu4j.admin.BackupOptions;
import io.memu4j.admin.BackupReport;
import io.memu4j.admin.Confirmation;
import io.memu4j.admin.ErasureReport;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.admin.PurgeOutcome;
import io.memu4j.admin.RetentionPolicy;
import io.memu4j.admin.RetentionReport;
import io.memu4j.admin.ScopeSummary;
import io.memu4j.admin.SearchStatistics;
import io.memu4j.doctor.DoctorReport;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.backup.Backups;
import io.memu4j.internal.doctor.Doctor;
import io.memu4j.internal.memory.Retention;
import io.memu4j.internal.provider.ListeningModels;
import io.memu4j.internal.reembed.Reembedding;
import io.memu4j.internal.search.ScopeIndexSearcher;
import io.memu4j.model.MemoryScope;
import io.memu4j.reembed.ReembedReport;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.AllScopes;
import io.memu4j.spi.store.MemoryStore;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The administrator's view of a store. */
public record StoreAdmin(
        MemoryStore store,
        @Nullable TextEmbedder embedding,
        ListeningModels told,
        Erasure erasure,
        Backups backups,
        Doctor doctor,
        ScopeIndexSearcher searcher,
        Retention retention)
        implements MemoryAdmin {
    private static final int MAX_LIMIT = 1_000;

    @Override
    public List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("The limit is " + limit + ". Expected 1 to " + MAX_LIMIT + ".");
        }
        return store.scopes(after, limit);
    }

    @Override
    public ErasureReport eraseUser(String userId) {
        return erasure.user(userId);
    }

    @Override
    public ErasureReport eraseScope(MemoryScope scope) {
        return erasure.scope(scope);
    }

    @Override
    public PurgeOutcome purge() {
        return store.purge();
    }

    @Override
    public ReembedReport reembed(ReembedRequest request) {
        TextEmbedder model = request.model() == null ? embedding : told.embedding(request.model());
        if (model == null) {
            throw new ConfigurationException(
                    "There is no embedding model to change memories over to. Configure one with"
                            + " MemoryServiceFactory.builder().llm(..), or name one with ReembedRequest.withModel.");
        }
        return new Reembedding(store, model, request).run();
    }

    @Override
    public RetentionReport applyRetention(@Nullable MemoryScope scope, RetentionPolicy policy, boolean dryRun) {
        Stream<MemoryScope> scopes =
                scope == null ? AllScopes.of(store::scopes).map(ScopeSummary::scope) : Stream.of(scope);
        return retention.apply(scopes.map(store::in), policy, dryRun);
    }

    @Override
    public DoctorReport doctor(boolean fix) {
        return doctor.run(fix);
    }

    @Override
    public SearchStatistics searchStatistics() {
        return searcher.statistics();
    }

    @Override
    public Health health() {
        return embedding == null
                ? new Health(store.health(), null, null)
                : new Health(
                        store.health(), embedding.name(), embedding.knownSpace().orElse(null));
    }

    @Override
    public BackupReport backup(BackupOptions options) {
        return backups.backup(options);
    }

    @Override
    public ErasureReport reset(Confirmation confirmation) {
        Objects.requireNonNull(confirmation, "confirmation");
        return erasure.everything();
    }
}
