package io.memu4j.internal.understand.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.internal.llm.answer.JsonAnswer;
import io.memu4j.internal.llm.answer.PlainLines;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers about windows. Immutable.
 *
 * @param instructions what the model was told: a statement that stands in it was copied from there
 */
record ExtractionReader(Vocabulary vocabulary, String instructions) {
    private static final String[] LISTS = {"items", "memories", "memory_items", "memories_items", "facts", "statements"
    };
    private static final int DEEPEST_LIST = 3;
    private static final int LONGEST_CAPTION = 600;

    /** A list of items, and the object it is in. */
    private record Found(JsonNode items, JsonNode around) {}

    /** Judges an answer; {@code passages} are those with the numbers 1, 2, 3 ... */
    Extraction read(String answer, List<Passage> passages) {
        JsonAnswer json = JsonAnswer.read(answer, root -> listed(root).isPresent());
        if (json instanceof JsonAnswer.Complete complete) {
            return judged(complete.root(), passages, null);
        }
        if (json instanceof JsonAnswer.Salvaged salvaged) {
            return judged(salvaged.root(), passages, salvaged);
        }
        return new Extraction.Unusable(((JsonAnswer.Unusable) json).reason());
    }

    private Extraction judged(JsonNode root, List<Passage> passages, JsonAnswer.@Nullable Salvaged salvaged) {
        Found found = listed(root).orElseThrow();
        ItemReader items = new ItemReader(vocabulary, instructions, passages, found.items());
        List<Statement> statements = new ArrayList<>();
        found.items().forEach(item -> items.read(item).ifPresent(statements::add));
        String caption = caption(found.around(), root);
        if (salvaged != null) {
            return new Extraction.Partial(caption, statements, salvaged.cutOff(), salvaged.reason());
        }
        if (statements.isEmpty() && !found.items().isEmpty()) {
            return new Extraction.Unusable("none of the " + found.items().size() + " items counts: " + items.faults());
        }
        return new Extraction.Found(caption, statements, items.faults());
    }

    private static @Nullable String caption(JsonNode around, JsonNode root) {
        return new AnswerFields(around)
                .sentence("caption")
                .or(() -> new AnswerFields(root).sentence("caption"))
                .map(text -> Texts.storable(text.replaceAll("\\s+", " ")))
                .filter(text -> text.length() <= LONGEST_CAPTION)
                .orElse(null);
    }

    private Optional<Found> listed(JsonNode root) {
        return byType(root).or(() -> list(root, DEEPEST_LIST));
    }

    /** The list under a known name, or one of objects with a text, also below other names. */
    private static Optional<Found> list(JsonNode node, int depth) {
        if (node.isArray()) {
            boolean ofItems = node.isEmpty() || (node.get(0).isObject() && isItem(node.get(0)));
            return ofItems || node.size() > 1 || depth == 0
                    ? Optional.of(new Found(node, node)).filter(found -> ofItems)
                    : list(node.get(0), depth - 1);
        }
        for (String name : LISTS) {
            JsonNode value = node.get(name);
            if (value != null && value.isArray() && hasItems(value)) {
                return Optional.of(new Found(value, node));
            }
        }
        if (depth > 0) {
            for (JsonNode value : node) {
                Optional<Found> below = value.isEmpty() ? Optional.empty() : list(value, depth - 1);
                if (below.isPresent()) {
                    return below;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasItems(JsonNode list) {
        return list.isEmpty() || StreamSupport.stream(list.spliterator(), false).anyMatch(ExtractionReader::isItem);
    }

    /** Lists under the names of types, {@code {"profile": [...], "event": [...]}}, as one. */
    private Optional<Found> byType(JsonNode root) {
        JsonNode lists = root.path("items").isObject() ? root.path("items") : root;
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (var list : lists.properties()) {
            if (list.getValue().isArray() && vocabulary.type(list.getKey()).isPresent()) {
                for (JsonNode item : list.getValue()) {
                    ObjectNode typed =
                            item.isObject() ? ((ObjectNode) item).deepCopy() : PlainLines.statement(item.asText());
                    items.add(typed.put("type", list.getKey()));
                }
            }
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(new Found(items, root));
    }

    private static boolean isItem(JsonNode node) {
        return node.isTextual()
                || (node.isObject() && ItemReader.CONTENT.stream().anyMatch(node::has));
    }
}
