package io.memu4j.internal.memory;

import io.memu4j.admin.RetentionPolicy;
import io.memu4j.admin.RetentionReport;
import io.memu4j.admin.RetentionReport.Dropped;
import io.memu4j.admin.RetentionReport.Reason;
import io.memu4j.internal.write.Committer;
import io.memu4j.internal.write.ItemChanges;
import io.memu4j.internal.write.Operations;
import io.memu4j.internal.write.PendingWrite;
import io.memu4j.model.MemoryItem;
import io.memu4j.observe.MemoryOperation.Kind;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes what a retention policy says. Thread-safe. */
public record Retention(MemoryStore store, Operations operations, Committer committer, Clock clock) {
    private static final int BATCH = 500;

    /** Applies the policy to some memories. */
    public RetentionReport apply(Stream<ScopeStore> memories, RetentionPolicy policy, boolean dryRun) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Dropped> dropped = new ArrayList<>();
        memories.forEach(memory -> dropped.addAll(apply(memory, policy, now, dryRun)));
        return new RetentionReport(dryRun, dropped);
    }

    private List<Dropped> apply(ScopeStore memory, RetentionPolicy policy, Instant now, boolean dryRun) {
        List<Dropped> dropped = dropped(memory, policy, now);
        if (dryRun) {
            return dropped;
        }
        for (int from = 0; from < dropped.size(); from += BATCH) {
            delete(memory, dropped.subList(from, Math.min(dropped.size(), from + BATCH)));
        }
        if (policy.maxHistoryAge() != null && memory.counts().events() > 0) {
            memory.apply(ChangeSet.builder()
                    .dropHistoryBefore(now.minus(policy.maxHistoryAge()))
                    .build());
        }
        return dropped;
    }

    private static List<Dropped> dropped(ScopeStore memory, RetentionPolicy policy, Instant now) {
        List<Dropped> dropped = new ArrayList<>();
        List<MemoryItem> kept = new ArrayList<>();
        StoredRows.items(memory).forEach(item -> {
            Reason reason = reason(item, policy, now);
            if (reason != null) {
                dropped.add(new Dropped(memory.scope(), item, reason));
            } else if (concerns(policy, item)) {
                kept.add(item);
            }
        });
        if (policy.maxItems() != null && kept.size() > policy.maxItems()) {
            kept.sort(Comparator.comparing(MemoryItem::saidOrCreatedAt).thenComparing(MemoryItem::id));
            kept.subList(0, kept.size() - policy.maxItems())
                    .forEach(item -> dropped.add(new Dropped(memory.scope(), item, Reason.NUMBER)));
        }
        return dropped;
    }

    private static @Nullable Reason reason(MemoryItem item, RetentionPolicy policy, Instant now) {
        if (item.expiresAt() != null && !item.expiresAt().isAfter(now)) {
            return Reason.EXPIRED;
        }
        boolean old = policy.maxAge() != null && item.saidOrCreatedAt().isBefore(now.minus(policy.maxAge()));
        return old && concerns(policy, item) ? Reason.AGE : null;
    }

    /** What a person made or edited is not measured by age and number. */
    private static boolean concerns(RetentionPolicy policy, MemoryItem item) {
        return item.origin() == MemoryItem.Origin.EXTRACTED
                && (policy.types().isEmpty() || policy.types().contains(item.type()));
    }

    private void delete(ScopeStore memory, List<Dropped> batch) {
        List<String> ids = batch.stream().map(gone -> gone.item().id()).toList();
        operations.run(
                Kind.APPLY_RETENTION,
                memory.scope(),
                operation -> committer
                        .commit(memory, operation, () -> deletion(memory.items(ids)))
                        .map(committed -> committed.plan().deletedItems().size())
                        .orElse(0),
                Integer::longValue);
    }

    private static Optional<PendingWrite> deletion(List<MemoryItem> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(PendingWrite.ofItems(ItemChanges.deletion(items), true));
    }
}
