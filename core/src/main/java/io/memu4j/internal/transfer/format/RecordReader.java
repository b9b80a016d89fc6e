package io.memu4j.internal.transfer.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceState;
import io.memu4j.spi.transfer.TransferRecord;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes records of JSON objects, and trusts none of them. One thread. */
final class RecordReader {
    private @Nullable EmbeddingSpace space;

    /** @throws RuntimeException of any kind when something in it is wrong; only the message of a {@link Fields.Fault} quotes nothing */
    TransferRecord read(JsonNode line) {
        Fields of = new Fields(line);
        String kind = of.text("kind", 16);
        return switch (kind) {
            case "scope" -> scope(of);
            case "category" -> new TransferRecord.OfCategory(category(of), vector(of));
            case "resource" ->
                new TransferRecord.OfResource(
                        resource(of), vector(of), of.number("passages", 0, Integer.MAX_VALUE), copyBytes(of));
            case "passage" -> new TransferRecord.OfPassage(passage(of), vector(of));
            case "copy" ->
                new TransferRecord.OfCopy(
                        of.id("resource_id"), Base64.getDecoder().decode(of.text("bytes", Integer.MAX_VALUE)));
            case "item" -> new TransferRecord.OfItem(item(of), ItemTruth.history(of), vector(of));
            default -> throw new Fields.Fault("the kind of the line is unknown to this version");
        };
    }

    private TransferRecord scope(Fields of) {
        String key = of.optional("space", 255);
        space = key == null ? null : EmbeddingSpace.of(key);
        return new TransferRecord.OfScope(new MemoryScope(of.text("user_id", 255), of.text("agent_id", 255)), space);
    }

    private static @Nullable Long copyBytes(Fields of) {
        return of.has("copy_bytes") ? (long) of.number("copy_bytes", 0, Integer.MAX_VALUE) : null;
    }

    private float @Nullable [] vector(Fields of) {
        String text = of.optional("vector", Integer.MAX_VALUE);
        return text == null || space == null ? null : VectorText.parse(text, space.dimension());
    }

    private static Category category(Fields of) {
        return Category.builder(of.id("id"), of.notBlank("name", 255), of.instant("created_at"))
                .description(of.text("description", Integer.MAX_VALUE))
                .summary(of.text("summary", Integer.MAX_VALUE))
                .updatedAt(of.instant("updated_at"))
                .build();
    }

    private static Resource resource(Fields of) {
        return Resource.builder(
                        of.id("id"),
                        of.notEmpty("source_key", SourceKey.MAX_LENGTH),
                        Modality.of(of.text("modality", 16)),
                        of.hash("content_hash"),
                        of.instant("created_at"))
                .url(of.text("url", Integer.MAX_VALUE))
                .state(ResourceState.valueOf(of.text("state", 16).toUpperCase(Locale.ROOT)))
                .caption(of.optional("caption", Integer.MAX_VALUE))
                .missing(of.optional("missing", Integer.MAX_VALUE))
                .mediaType(of.optional("media_type", 255))
                .byteSize(of.longNumber("byte_size"))
                .fingerprint(of.text("fingerprint", 255))
                .attributes(of.attributes())
                .updatedAt(of.instant("updated_at"))
                .build();
    }

    private static Passage passage(Fields of) {
        return Passage.builder(
                        of.id("id"),
                        of.id("resource_id"),
                        of.number("index", 0, Integer.MAX_VALUE),
                        of.notEmpty("text", Passage.MAX_LENGTH),
                        of.instant("created_at"))
                .part(of.number("part", 0, Integer.MAX_VALUE))
                .speaker(of.optional("speaker", Integer.MAX_VALUE))
                .role(of.optional("role", 32))
                .saidAt(of.optionalTime("said_at"))
                .build();
    }

    private static MemoryItem item(Fields of) {
        MemoryItem.Builder item = MemoryItem.builder(
                        of.id("id"),
                        new MemoryType(of.text("memory_type", 64)),
                        of.notBlank("summary", MemoryItem.MAX_LENGTH),
                        of.instant("created_at"))
                .happenedAt(happenedAt(of))
                .origin(MemoryItem.Origin.valueOf(of.text("origin", 16).toUpperCase(Locale.ROOT)))
                .reinforcements(of.number("reinforcements", 1, Integer.MAX_VALUE / 2))
                .reinforcedAt(of.instant("reinforced_at"))
                .attributes(of.attributes())
                .passageIds(of.ids("passage_ids"))
                .categoryIds(of.ids("category_ids"))
                .updatedAt(of.instant("updated_at"));
        return ItemTruth.read(of, item).build();
    }

    private static @Nullable HappenedAt happenedAt(Fields of) {
        Fields happened = of.object("happened_at");
        return happened == null
                ? null
                : new HappenedAt(
                        LocalDateTime.parse(happened.text("start", 40)),
                        LocalDateTime.parse(happened.text("end", 40)),
                        HappenedAt.Precision.valueOf(
                                happened.text("precision", 16).toUpperCase(Locale.ROOT)));
    }
}
