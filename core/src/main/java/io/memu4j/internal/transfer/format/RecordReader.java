package io.memu4j.internal.transfer.format;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.memu4j.model.SourceKey;
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
            case "item" -> new TransferRecord.OfItem(item(of), vector(of));
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
        return new Category(
                of.id("id"),
                0,
                of.notBlank("name", 255),
                of.text("description", Integer.MAX_VALUE),
                of.text("summary", Integer.MAX_VALUE),
                of.instant("created_at"),
                of.instant("updated_at"));
    }

    private static Resource resource(Fields of) {
        return new Resource(
                of.id("id"),
                0,
                of.notEmpty("source_key", SourceKey.MAX_LENGTH),
                of.text("url", Integer.MAX_VALUE),
                Modality.of(of.text("modality", 16)),
                ResourceState.valueOf(of.text("state", 16).toUpperCase(Locale.ROOT)),
                of.optional("caption", Integer.MAX_VALUE),
                of.optional("missing", Integer.MAX_VALUE),
                of.optional("media_type", 255),
                of.longNumber("byte_size"),
                of.hash("content_hash"),
                of.text("fingerprint", 255),
                null,
                of.attributes(),
                of.instant("created_at"),
                of.instant("updated_at"));
    }

    private static Passage passage(Fields of) {
        return new Passage(
                of.id("id"),
                of.id("resource_id"),
                of.number("index", 0, Integer.MAX_VALUE),
                of.number("part", 0, Integer.MAX_VALUE),
                of.optional("speaker", Integer.MAX_VALUE),
                of.optional("role", 32),
                of.optionalTime("said_at"),
                of.notEmpty("text", Passage.MAX_LENGTH),
                of.instant("created_at"));
    }

    private static MemoryItem item(Fields of) {
        return new MemoryItem(
                of.id("id"),
                0,
                new MemoryType(of.text("memory_type", 64)),
                of.notBlank("summary", MemoryItem.MAX_LENGTH),
                happenedAt(of),
                MemoryItem.Origin.valueOf(of.text("origin", 16).toUpperCase(Locale.ROOT)),
                of.number("reinforcements", 1, Integer.MAX_VALUE / 2),
                of.instant("reinforced_at"),
                of.attributes(),
                of.ids("passage_ids"),
                of.ids("category_ids"),
                of.instant("created_at"),
                of.instant("updated_at"));
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
