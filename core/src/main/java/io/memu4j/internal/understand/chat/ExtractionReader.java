package io.memu4j.internal.understand.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.internal.llm.answer.JsonAnswer;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads answers about windows. Immutable. */
record ExtractionReader(Vocabulary vocabulary) {
    private static final String[] LISTS = {"items", "memories", "memory_items", "memories_items", "facts", "statements"
    };
    private static final int DEEPEST_LIST = 3;
    private static final int LONGEST_CAPTION = 600;

    /** A list of items, and the object it is in. */
    private record Found(JsonNode items, JsonNode around) {}

    /** Judges an answer; {@code passages} and {@code known} are those with the numbers 1, 2, 3 ... */
    Extraction read(String answer, List<Passage> passages, List<MemoryItem> known) {
        JsonAnswer json =
                JsonAnswer.read(answer, root -> list(root, DEEPEST_LIST).isPresent());
        if (json instanceof JsonAnswer.Complete complete) {
            return judged(complete.root(), new ItemReader(vocabulary, passages, known), null);
        }
        if (json instanceof JsonAnswer.Salvaged salvaged) {
            return judged(salvaged.root(), new ItemReader(vocabulary, passages, known), salvaged);
        }
        return new Extraction.Unusable(((JsonAnswer.Unusable) json).reason());
    }

    private static Extraction judged(JsonNode root, ItemReader items, JsonAnswer.@Nullable Salvaged salvaged) {
        Found found = list(root, DEEPEST_LIST).orElseThrow();
        List<Statement> statements = new ArrayList<>();
        found.items().forEach(item -> items.read(item).ifPresent(statements::add));
        String caption = caption(found.around(), root);
        if (salvaged != null) {
            return new Extraction.Partial(caption, statements, salvaged.cutOff(), salvaged.reason());
        }
        if (statements.isEmpty() && !found.items().isEmpty()) {
            return new Extraction.Unusable("none of the " + found.items().size() + " items counts: " + items.faults());
        }
        return new Extraction.Found(caption, statements);
    }

    private static @Nullable String caption(JsonNode around, JsonNode root) {
        return new AnswerFields(around)
                .sentence("caption")
                .or(() -> new AnswerFields(root).sentence("caption"))
                .map(text -> Texts.storable(text.replaceAll("\\s+", " ")))
                .filter(text -> text.length() <= LONGEST_CAPTION)
                .orElse(null);
    }

    /** The list under a known name, or one of objects with a text, also below other names. */
    private static Optional<Found> list(JsonNode node, int depth) {
        if (node.isArray()) {
            boolean ofItems = node.isEmpty() || isItem(node.get(0));
            return ofItems || node.size() > 1 || depth == 0
                    ? Optional.of(new Found(node, node)).filter(found -> ofItems)
                    : list(node.get(0), depth - 1);
        }
        for (String name : LISTS) {
            JsonNode value = node.get(name);
            if (value != null && value.isArray()) {
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

    private static boolean isItem(JsonNode node) {
        return node.isObject() && ItemReader.CONTENT.stream().anyMatch(node::has);
    }
}
