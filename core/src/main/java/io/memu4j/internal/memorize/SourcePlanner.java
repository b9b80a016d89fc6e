package io.memu4j.internal.memorize;

import io.memu4j.internal.ingest.PassagePlan;
import io.memu4j.internal.ingest.SourceText;
import io.memu4j.internal.ingest.TextCost;
import io.memu4j.internal.llm.EmbeddedText;
import io.memu4j.internal.understand.MissingRange;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.internal.value.IdSource;
import io.memu4j.internal.write.ItemChanges;
import io.memu4j.internal.write.ItemPlanner;
import io.memu4j.internal.write.Operation;
import io.memu4j.internal.write.PendingWrite;
import io.memu4j.internal.write.ResourceChange;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans what a source changes in a scope: its text, passages, statements, items, vectors, resource. Thread-safe. */
record SourcePlanner(ItemPlanner items, IdSource ids, Clock clock) {
    /** Returns what to write, or empty if the source is stored with this content. Reads the store and calls models. */
    Optional<SourcePlan> plan(
            IncomingSource source, ScopeStore store, UnderstandingStep understanding, Operation operation) {
        if (source.isUnchanged()) {
            return relabelled(source, operation);
        }
        source.rejectAppendToOther();
        Resource known = source.known();
        String id = known == null ? ids.next() : known.id();
        SourceText text = text(source, store, understanding, operation);
        PassagePlan passages = passages(source, id, text, store);
        ReadingPlan reading = reading(source, id, passages, store);
        UnderstandingResult understood = understand(
                reading,
                passages.fresh(),
                text.caption(),
                earlierCaption(source, passages),
                store,
                understanding,
                operation);
        List<Passage> read =
                Stream.concat(passages.fresh().stream(), reading.passages()).toList();
        ItemPlanner.Planned planned = items.plan(
                store,
                operation,
                statements(understood, passages, source.missing()),
                retracted(passages, reading, understood),
                read);
        List<Embedding> embeddings = new ArrayList<>(planned.changes().embeddings());
        embeddings.addAll(embeddings(passages.fresh(), operation));
        String oldCaption = known == null ? null : known.caption();
        String caption = understood.caption() == null ? oldCaption : understood.caption();
        if (caption != null && !caption.equals(oldCaption)) {
            operation.embedder().embedding(OwnerKind.RESOURCE, id, caption).ifPresent(embeddings::add);
        }
        Resource resource = source.resource(id, understood, caption, understanding.fingerprint(), operation.now());
        PendingWrite write = new PendingWrite(
                planned.changes().items(),
                planned.changes().deleted(),
                passages.fresh(),
                passages.deleted(),
                embeddings,
                new ResourceChange.Put(resource, known, source.parsed().copy()),
                true,
                fillsGaps(source, passages),
                resource.url());
        return Optional.of(
                new SourcePlan(write, planned.ids(), understood.leftOut(), isUnderstood(reading, understood)));
    }

    /** Changes the attributes of an unchanged source, if the request brings others. */
    private static Optional<SourcePlan> relabelled(IncomingSource source, Operation operation) {
        Resource known = source.known();
        if (known == null || source.attributes().equals(known.attributes())) {
            return Optional.empty();
        }
        Resource relabelled = known.withAttributes(source.request().attributes(), operation.now());
        return Optional.of(new SourcePlan(
                PendingWrite.of(ItemChanges.deletion(List.of()), new ResourceChange.Put(relabelled, known, null), true),
                List.of(),
                List.of(),
                true));
    }

    private static boolean isUnderstood(ReadingPlan reading, UnderstandingResult understood) {
        return understood.gaps().isEmpty()
                || reading.passages()
                        .anyMatch(passage -> understood.gaps().stream().noneMatch(gap -> gap.covers(passage)));
    }

    /** Reads the text. A model is not asked again for a text that is stored. */
    private static SourceText text(
            IncomingSource source, ScopeStore store, UnderstandingStep understanding, Operation operation) {
        Resource known = source.known();
        if (known != null && source.hasStoredContent()) {
            return SourceText.stored(store.passagesOf(known.id()), known.caption());
        }
        TextCost cost = source.parsed().cost(operation.calls());
        understanding.requireBudget(cost);
        if (cost.models().calls() > 0) {
            operation.embedder().requireSameSpace(store);
        }
        return source.parsed().text(operation.calls(), operation.gate()::checkpoint);
    }

    private PassagePlan passages(IncomingSource source, String id, SourceText text, ScopeStore store) {
        if (source.appends()) {
            return PassagePlan.append(id, source.firstIndex(), text.segments(), ids, clock);
        }
        List<Passage> stored = source.known() == null ? List.of() : store.passagesOf(id);
        return PassagePlan.replace(id, stored, text.segments(), ids, clock);
    }

    private static ReadingPlan reading(IncomingSource source, String id, PassagePlan passages, ScopeStore store) {
        List<MissingRange> missing = source.missing();
        if (!source.appends()) {
            return ReadingPlan.whole(passages, missing, source.request().redo());
        }
        Passage last = source.known() == null ? null : store.lastPassageOf(id).orElse(null);
        return ReadingPlan.continuation(last, passages, missing, () -> store.passagesOf(id));
    }

    /** Understands what is read, while the vectors of the fresh passages are made. */
    private static UnderstandingResult understand(
            ReadingPlan reading,
            List<Passage> fresh,
            @Nullable String caption,
            @Nullable String earlierCaption,
            ScopeStore store,
            UnderstandingStep understanding,
            Operation operation) {
        ReadingPlan asked = new ReadingPlan(reading.stretches(), reading.wantCaption() && caption == null);
        understanding.requireBudget(asked);
        operation.embedder().requireSameSpace(store);
        operation.embedder().begin(texts(fresh));
        UnderstandingResult understood = understanding.understand(asked, earlierCaption);
        return caption == null ? understood : understood.withCaption(caption);
    }

    /** Returns the caption of the text before the one that is read, or null. */
    private static @Nullable String earlierCaption(IncomingSource source, PassagePlan passages) {
        boolean goesOn = source.appends()
                || (!passages.kept().isEmpty() && !source.request().redo());
        return source.known() != null && goesOn ? source.known().caption() : null;
    }

    /** Leaves out what rules found in passages that a model had understood before: what it knew of them stays. */
    private static List<Statement> statements(
            UnderstandingResult understood, PassagePlan passages, List<MissingRange> missing) {
        Set<String> known = passages.kept().stream()
                .filter(passage -> missing.stream().noneMatch(gap -> gap.covers(passage)))
                .filter(passage -> understood.gaps().stream().anyMatch(gap -> gap.isByRules() && gap.covers(passage)))
                .map(Passage::id)
                .collect(Collectors.toSet());
        return understood.statements().stream()
                .filter(statement -> !known.containsAll(statement.passageIds()))
                .toList();
    }

    /** Returns the passages whose statements no longer count: deleted ones, and stored ones that were understood again. */
    private static List<String> retracted(PassagePlan passages, ReadingPlan reading, UnderstandingResult understood) {
        List<String> retracted = new ArrayList<>(passages.deleted());
        Set<Passage> fresh = new HashSet<>(passages.fresh());
        reading.passages()
                .filter(passage -> !fresh.contains(passage))
                .filter(passage -> understood.gaps().stream().noneMatch(gap -> gap.covers(passage)))
                .forEach(passage -> retracted.add(passage.id()));
        return retracted;
    }

    /** Returns whether the source is as it was, and only its missing parts are read. */
    private static boolean fillsGaps(IncomingSource source, PassagePlan passages) {
        return source.known() != null
                && !source.request().redo()
                && passages.fresh().isEmpty()
                && passages.deleted().isEmpty();
    }

    private static List<Embedding> embeddings(List<Passage> fresh, Operation operation) {
        List<String> texts = texts(fresh);
        operation.step(Step.EMBED, 0, texts.size());
        operation.embedder().prepare(texts, done -> operation.step(Step.EMBED, done, texts.size()));
        return fresh.stream()
                .flatMap(passage ->
                        operation
                                .embedder()
                                .embedding(OwnerKind.PASSAGE, passage.id(), EmbeddedText.of(passage))
                                .stream())
                .toList();
    }

    private static List<String> texts(List<Passage> passages) {
        return passages.stream().map(EmbeddedText::of).toList();
    }
}
