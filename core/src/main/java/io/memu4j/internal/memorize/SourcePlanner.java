package io.memu4j.internal.memorize;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.MessageChain;
import io.memu4j.internal.ingest.ParsedSource;
import io.memu4j.internal.ingest.PassagePlan;
import io.memu4j.internal.ingest.SourceText;
import io.memu4j.internal.ingest.TextCost;
import io.memu4j.internal.understand.MissingRange;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.internal.write.ItemPlanner;
import io.memu4j.internal.write.Operation;
import io.memu4j.internal.write.PendingWrite;
import io.memu4j.internal.write.WriteServices;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.EmbeddedText;
import io.memu4j.model.Modality;
import io.memu4j.model.OwnerKind;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceState;
import io.memu4j.model.Source;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans what a parsed source changes in a scope; asked again when another writer was faster. One thread. */
final class SourcePlanner {
    private final MemorizeRequest request;
    private final ParsedSource parsed;
    private final ScopeStore store;
    private final WriteServices parts;
    private final Operation operation;
    private final ItemPlanner statements;
    private final UnderstandingStep comprehension;

    private @Nullable Copy kept;
    private List<String> itemIds = List.of();

    SourcePlanner(
            MemorizeRequest request, ParsedSource parsed, ScopeStore store, WriteServices parts, Operation operation) {
        this.request = request;
        this.parsed = parsed;
        this.store = store;
        this.parts = parts;
        this.operation = operation;
        this.statements = new ItemPlanner(store, parts, operation);
        this.comprehension = new UnderstandingStep(parts, operation, parsed.modality(), request.zone(), parsed.url());
    }

    /** Ids of the items planned last, in the order of the text; another writer may have made the same ones under other ids. */
    List<String> itemIds() {
        return itemIds;
    }

    /** What to write, or nothing when the source is known with this content. */
    Optional<PendingWrite> plan() {
        Resource known = store.resourceByKey(parsed.key()).orElse(null);
        if (known != null && isUnchanged(known)) {
            return relabelled(known);
        }
        rejectAppendTo(known);
        String id = known == null ? parts.ids().next() : known.id();
        Passage last = known != null && appends() ? store.lastPassageOf(id).orElse(null) : null;
        SourceText text = text(known);
        PassagePlan passages = appends()
                ? PassagePlan.append(id, firstIndex(known), text.segments(), parts.ids(), parts.clock())
                : PassagePlan.replace(id, stored(known), text.segments(), parts.ids(), parts.clock());
        ReadingPlan reading = appends()
                ? ReadingPlan.continuation(last, passages, gaps(known), () -> store.passagesOf(id))
                : ReadingPlan.whole(passages, gaps(known), request.redo());
        UnderstandingResult understood =
                understand(reading, passages.fresh(), text.caption(), captionSoFar(known, passages));
        PendingWrite draft = fillsGaps(known, passages) ? PendingWrite.ofGaps() : new PendingWrite(true);
        passages.deleted().forEach(passageId -> draft.also(changes -> changes.deletePassage(passageId)));
        passages.fresh().forEach(passage -> draft.also(changes -> changes.put(passage)));
        itemIds = statements.addTo(draft, understood.statements(), retracted(passages, reading, understood));
        embed(draft, passages.fresh());
        addResource(draft, id, known, understood);
        return Optional.of(draft);
    }

    private record Copy(String resourceId, @Nullable String key) {}

    /** Deletes the copy kept for a write that did not come about. */
    void discardCopy() {
        if (kept != null) {
            parts.blobs().discard(store, kept.resourceId(), kept.key());
            kept = null;
        }
    }

    private boolean appends() {
        return request.source() instanceof Source.OfAppendedMessages;
    }

    /** The number of the first appended message. */
    private static int firstIndex(@Nullable Resource known) {
        return known == null ? 0 : MessageChain.length(known.contentHash());
    }

    private void rejectAppendTo(@Nullable Resource known) {
        if (appends() && known != null && known.modality() != Modality.CONVERSATION) {
            throw new InvalidInputException("The resource " + known.id() + " under that source key is a "
                    + known.modality().key()
                    + ", and messages are appended to conversations only. Use another source key.");
        }
    }

    private boolean isUnchanged(Resource known) {
        return !appends() && !request.redo() && known.state() == ResourceState.COMPLETE && hasContentOf(known);
    }

    private Optional<PendingWrite> relabelled(Resource known) {
        if (attributes(known).equals(known.attributes())) {
            return Optional.empty();
        }
        PendingWrite draft = new PendingWrite(true);
        draft.also(changes -> changes.put(known.withAttributes(request.attributes(), operation.now())));
        return Optional.of(draft);
    }

    private List<Passage> stored(@Nullable Resource known) {
        return known == null ? List.of() : store.passagesOf(known.id());
    }

    /** The passages whose statements no longer count: those that go, and stored ones that were understood again. */
    private static List<String> retracted(PassagePlan passages, ReadingPlan reading, UnderstandingResult understood) {
        List<String> ids = new ArrayList<>(passages.deleted());
        Set<Passage> fresh = new HashSet<>(passages.fresh());
        reading.passages()
                .filter(passage -> !fresh.contains(passage))
                .filter(passage -> understood.gaps().stream().noneMatch(gap -> gap.covers(passage)))
                .forEach(passage -> ids.add(passage.id()));
        return ids;
    }

    /** Whether the source is as it was, and only what was not understood of it is read. */
    private boolean fillsGaps(@Nullable Resource known, PassagePlan passages) {
        return known != null
                && !request.redo()
                && passages.fresh().isEmpty()
                && passages.deleted().isEmpty();
    }

    private static List<MissingRange> gaps(@Nullable Resource known) {
        return known == null ? List.of() : MissingRange.parse(known.missing());
    }

    /** The caption of what comes before the text that is read, or null. */
    private @Nullable String captionSoFar(@Nullable Resource known, PassagePlan passages) {
        boolean goesOn = appends() || (!passages.kept().isEmpty() && !request.redo());
        return known != null && goesOn ? known.caption() : null;
    }

    /** What is stored of a source that is the same is not asked of a model again. */
    private SourceText text(@Nullable Resource known) {
        if (known != null && !appends() && !request.redo() && hasContentOf(known)) {
            return SourceText.stored(store.passagesOf(known.id()), known.caption());
        }
        TextCost cost = parsed.cost(operation.calls());
        comprehension.requireBudget(cost);
        if (cost.models().calls() > 0) {
            operation.embedder().requireSameSpace(store);
        }
        return parsed.text(operation.calls(), operation.gate()::checkpoint);
    }

    private boolean hasContentOf(Resource known) {
        return known.modality() == parsed.modality() && known.contentHash().equals(parsed.contentHash());
    }

    /**
     * What is read says; the vectors of the fresh passages are made meanwhile.
     *
     * @param caption of whoever saw the source, or null to have one written
     */
    private UnderstandingResult understand(
            ReadingPlan reading, List<Passage> fresh, @Nullable String caption, @Nullable String soFar) {
        ReadingPlan asked = new ReadingPlan(reading.stretches(), reading.wantCaption() && caption == null);
        comprehension.requireBudget(asked);
        operation.embedder().requireSameSpace(store);
        operation.embedder().begin(textsToEmbed(fresh));
        UnderstandingResult understood = comprehension.of(asked, soFar);
        return caption == null ? understood : understood.withCaption(caption);
    }

    private void embed(PendingWrite draft, List<Passage> fresh) {
        List<String> texts = textsToEmbed(fresh);
        operation.step(Step.EMBED, 0, texts.size());
        operation.embedder().prepare(texts, done -> operation.step(Step.EMBED, done, texts.size()));
        fresh.forEach(passage -> draft.embed(operation, OwnerKind.PASSAGE, passage.id(), EmbeddedText.of(passage)));
    }

    private static List<String> textsToEmbed(List<Passage> fresh) {
        return fresh.stream().map(EmbeddedText::of).toList();
    }

    private void addResource(PendingWrite draft, String id, @Nullable Resource known, UnderstandingResult understood) {
        String oldCaption = known == null ? null : known.caption();
        String caption = understood.caption() == null ? oldCaption : understood.caption();
        if (caption != null && !caption.equals(oldCaption)) {
            draft.embed(operation, OwnerKind.RESOURCE, id, caption);
        }
        draft.directlyBefore(
                changes -> {
                    String blob =
                            parts.blobs().keep(store.scope(), id, parts.ids().next(), parsed.copy());
                    kept = new Copy(id, blob);
                    var drafted = new ResourceDraft(
                            parsed,
                            understood,
                            parts.understanding().fingerprint(),
                            caption,
                            blob,
                            attributes(known),
                            operation.now());
                    put(changes, resource(drafted, id, known), known);
                },
                this::discardCopy);
    }

    private static void put(ChangeSetBuilder changes, Resource resource, @Nullable Resource known) {
        changes.put(resource);
        String oldBlob = known == null ? null : known.blobKey();
        if (oldBlob != null && !oldBlob.equals(resource.blobKey())) {
            changes.dropBlob(oldBlob);
        }
    }

    private Resource resource(ResourceDraft drafted, String id, @Nullable Resource known) {
        if (known == null) {
            return drafted.asNew(id);
        }
        return request.source() instanceof Source.OfAppendedMessages appended
                ? drafted.continuing(known, appended.messages())
                : drafted.replacing(known);
    }

    private Map<String, String> attributes(@Nullable Resource known) {
        return known != null && request.attributes().isEmpty() ? known.attributes() : request.attributes();
    }
}
