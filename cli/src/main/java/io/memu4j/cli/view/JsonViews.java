package io.memu4j.cli.view;

import static io.memu4j.cli.view.Json.object;

import io.memu4j.admin.RetentionReport;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memory.FoundItems;
import io.memu4j.model.Category;
import io.memu4j.model.Closing;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.TimeBound;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.retrieve.RetrieveResult.Scored;
import io.memu4j.retrieve.RetrieveResult.ScoredItem;
import io.memu4j.retrieve.RetrieveResult.ScoredPassage;
import io.memu4j.retrieve.SignalShare;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code --json} prints of each thing; the fields are documented in docs/cli.md and stay. */
public final class JsonViews {
    private JsonViews() {}

    public static Map<String, ?> of(MemorizeResult result) {
        return object(
                "resource", of(result.resource()),
                "unchanged", result.unchanged(),
                "items", result.items().stream().map(JsonViews::of).toList(),
                "categories", result.categories().stream().map(JsonViews::of).toList(),
                "relations",
                        result.relations().stream()
                                .map(link -> object("item_id", link.itemId(), "category_id", link.categoryId()))
                                .toList(),
                "left_out", result.leftOut(),
                "understood", result.understood());
    }

    public static Map<String, ?> of(RetrieveResult result) {
        return object(
                "needs_retrieval", result.needsRetrieval(),
                "original_query", result.originalQuery(),
                "rewritten_query", result.rewrittenQuery(),
                "next_step_query", result.nextStepQuery(),
                "categories",
                        result.categories().stream()
                                .map(found -> explained(found(found), found.signals()))
                                .toList(),
                "items",
                        result.items().stream()
                                .map(found -> explained(found(found), found.signals()))
                                .toList(),
                "resources",
                        result.resources().stream()
                                .map(found -> explained(foundResource(found), found.signals()))
                                .toList(),
                "passages",
                        result.passages().stream()
                                .map(found -> explained(found(found), found.signals()))
                                .toList());
    }

    public static Map<String, ?> of(MemoryItem item) {
        return object(
                "id", item.id(),
                "memory_type", item.type().name(),
                "summary", item.summary(),
                "speaker", item.speaker(),
                "happened_at", of(item.happenedAt()),
                "said_at", of(item.saidAt()),
                "valid_from", of(item.holds().from()),
                "valid_until", of(item.holds().until()),
                "closing", of(item.closing()),
                "fact", item.fact(),
                "expires_at", item.expiresAt(),
                "origin", item.origin().name().toLowerCase(java.util.Locale.ROOT),
                "reinforcements", item.reinforcements(),
                "attributes", item.attributes(),
                "category_ids", item.categoryIds(),
                "passage_ids", item.passageIds(),
                "version", item.version(),
                "created_at", item.createdAt(),
                "updated_at", item.updatedAt());
    }

    public static Map<String, ?> of(Category category) {
        return object(
                "id", category.id(),
                "name", category.name(),
                "description", category.description(),
                "summary", category.summary(),
                "version", category.version(),
                "created_at", category.createdAt(),
                "updated_at", category.updatedAt());
    }

    public static Map<String, ?> of(Resource resource) {
        return object(
                "id", resource.id(),
                "url", resource.url(),
                "modality", resource.modality().key(),
                "state", resource.state().key(),
                "caption", resource.caption(),
                "missing", resource.missing(),
                "media_type", resource.mediaType(),
                "byte_size", resource.byteSize(),
                "attributes", resource.attributes(),
                "version", resource.version(),
                "created_at", resource.createdAt(),
                "updated_at", resource.updatedAt());
    }

    public static Map<String, ?> of(Passage passage) {
        return object(
                "id", passage.id(),
                "resource_id", passage.resourceId(),
                "index", passage.index(),
                "speaker", passage.speaker(),
                "said_at", of(passage.saidAt()),
                "text", passage.text());
    }

    public static Map<String, ?> found(ScoredPassage found) {
        Passage passage = found.value();
        return object(
                "id", passage.id(),
                "resource_id", passage.resourceId(),
                "url", found.resource().url(),
                "index", passage.index(),
                "speaker", passage.speaker(),
                "said_at", of(passage.saidAt()),
                "text", passage.text(),
                "score", found.score());
    }

    /** With what spoke for it, where that was asked for. */
    private static Map<String, ?> explained(Map<String, ?> found, List<SignalShare> signals) {
        if (signals.isEmpty()) {
            return found;
        }
        Map<String, Object> explained = new LinkedHashMap<>(found);
        explained.put(
                "signals",
                signals.stream()
                        .map(s -> object("signal", s.signal().key(), "strength", s.strength(), "share", s.share()))
                        .toList());
        return explained;
    }

    private static Map<String, ?> found(Scored<Category> found) {
        Category category = found.value();
        return object(
                "id", category.id(), "name", category.name(), "summary", category.summary(), "score", found.score());
    }

    private static Map<String, ?> found(ScoredItem found) {
        MemoryItem item = found.value();
        return object(
                "id", item.id(),
                "memory_type", item.type().name(),
                "summary", item.summary(),
                "speaker", item.speaker(),
                "said_at", of(item.saidAt()),
                "valid_from", of(item.holds().from()),
                "valid_until", of(item.holds().until()),
                "closing", of(item.closing()),
                "score", found.score(),
                "resource_ids", found.resourceIds(),
                "passage_ids", item.passageIds());
    }

    private static Map<String, ?> foundResource(Scored<Resource> found) {
        Resource resource = found.value();
        return object(
                "id", resource.id(),
                "url", resource.url(),
                "modality", resource.modality().key(),
                "caption", resource.caption(),
                "score", found.score());
    }

    private static @Nullable Map<String, ?> of(@Nullable HappenedAt happened) {
        return happened == null
                ? null
                : object(
                        "start", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(happened.start()),
                        "end", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(happened.end()),
                        "precision", happened.precision().key());
    }

    /** One entry in the history of an item. */
    public static Map<String, ?> of(ItemEvent event) {
        return object(
                "event", event.kind().key(),
                "at", event.at(),
                "actor", event.actor(),
                "before", event.before(),
                "reason", event.reason());
    }

    /** What a retention policy deleted. */
    public static Map<String, ?> of(RetentionReport report) {
        return object(
                "dry_run",
                report.dryRun(),
                "items",
                report.items().stream()
                        .map(gone -> object("reason", gone.reason().key(), "item", of(gone.item())))
                        .toList());
    }

    /** What is about something, and whether it was only shown. */
    public static Map<String, ?> of(FoundItems found, boolean dryRun) {
        return object(
                "dry_run",
                dryRun,
                "items",
                found.items().stream()
                        .map(one -> object(
                                "item", of(one.item()),
                                "passages",
                                        one.passages().stream()
                                                .map(JsonViews::of)
                                                .toList()))
                        .toList());
    }

    private static @Nullable Map<String, ?> of(@Nullable TimeBound moment) {
        return moment == null
                ? null
                : object(
                        "at", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.at()),
                        "precision", moment.precision().key());
    }

    private static @Nullable Map<String, ?> of(@Nullable Closing closing) {
        return closing == null
                ? null
                : object("reason", closing.reason(), "superseded_by", closing.supersededBy(), "at", closing.at());
    }

    private static @Nullable String of(@Nullable OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
