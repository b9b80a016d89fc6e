package io.memu4j.cli.view;

import io.memu4j.MemoryService;
import io.memu4j.model.Category;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing with what belongs to it. */
public sealed interface Details {
    /** The item, category or resource of that id; empty when this memory has none. */
    static Optional<Details> of(MemoryService memory, String id) {
        Optional<Details> item = memory.items()
                .get(id)
                .map(found -> new OfItem(
                        found, memory.items().passages(id), memory.items().history(id)));
        if (item.isPresent()) {
            return item;
        }
        Optional<Details> category = memory.categories().get(id).map(found -> new OfCategory(found, items(memory, id)));
        if (category.isPresent()) {
            return category;
        }
        return memory.resources()
                .get(id)
                .map(found -> new OfResource(found, memory.resources().passages(id)));
    }

    Map<String, ?> json();

    String text();

    private static List<MemoryItem> items(MemoryService memory, String categoryId) {
        return memory.items()
                .list(ItemFilter.ALL.withCategory(categoryId), PageRequest.first(PageRequest.MAX_LIMIT))
                .rows();
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static String said(Passage passage) {
        return Lines.origin(passage) + ": \"" + Lines.quoted(passage.text()) + "\"";
    }

    /** A statement and what proves it. */
    record OfItem(MemoryItem item, List<Passage> passages, List<ItemEvent> history) implements Details {
        @Override
        public Map<String, ?> json() {
            return Json.object(
                    "item",
                    JsonViews.of(item),
                    "passages",
                    passages.stream().map(JsonViews::of).toList(),
                    "history",
                    history.stream().map(JsonViews::of).toList());
        }

        @Override
        public String text() {
            return Lines.statement(item) + "\n" + "Stated " + item.reinforcements() + " time(s)."
                    + (passages.isEmpty() ? "\n" : " Proof:\n")
                    + indented(passages.stream().map(Details::said).toList())
                    + (history.isEmpty() ? "" : "History:\n")
                    + indented(history.stream().map(Lines::of).toList());
        }
    }

    /** A topic with its summary and items. */
    record OfCategory(Category category, List<MemoryItem> items) implements Details {
        @Override
        public Map<String, ?> json() {
            return Json.object(
                    "category",
                    JsonViews.of(category),
                    "items",
                    items.stream().map(JsonViews::of).toList());
        }

        @Override
        public String text() {
            return category.name() + " (" + category.description() + ")\n\n"
                    + category.summary().strip() + "\n\nItems:\n"
                    + indented(items.stream().map(Lines::of).toList());
        }
    }

    /** A source and its text. */
    record OfResource(Resource resource, List<Passage> passages) implements Details {
        @Override
        public Map<String, ?> json() {
            return Json.object(
                    "resource",
                    JsonViews.of(resource),
                    "passages",
                    passages.stream().map(JsonViews::of).toList());
        }

        @Override
        public String text() {
            String caption = resource.caption();
            return resource.url() + " (" + resource.modality().key() + ", " + resource.byteSize() + " bytes, "
                    + resource.state().key() + ")\n" + (caption == null ? "" : caption + "\n") + "\nText:\n"
                    + indented(passages.stream().map(Details::said).toList());
        }
    }
}
