package io.memu4j.tck.surface;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.NotFoundException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.transfer.ExportOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The library itself as a way to a memory.
 *
 * @param memories the memories of all users
 */
public record LibrarySurface(MemoryServiceFactory memories) implements Surface {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);

    @Override
    public Optional<Outcome> call(String user, String call, Map<String, String> arguments) {
        MemoryService memory = memories.service(user, "assistant");
        String id = arguments.getOrDefault("id", "");
        String text = arguments.getOrDefault("text", "");
        return Optional.of(
                switch (call) {
                    case "memorize" -> {
                        var stored = memory.memorize(MemorizeRequest.text(arguments.getOrDefault("key", ""), text));
                        yield done(items(stored.items()), stored.resource().id());
                    }
                    case "add" -> {
                        MemoryItem made = memory.items().create(NewItem.of(MemoryType.KNOWLEDGE, text));
                        yield done(made.summary(), made.id());
                    }
                    case "retrieve" ->
                        done(
                                memory.retrieve(arguments.getOrDefault("query", ""))
                                        .toPrompt(4_000),
                                "");
                    case "list_items" ->
                        done(items(memory.items().list(ItemFilter.ALL, ALL).rows()), "");
                    case "get_item" -> known(memory.items().get(id).map(MemoryItem::summary));
                    case "history" -> some(memory.items().history(id));
                    case "item_passages" ->
                        known(memory.items()
                                .get(id)
                                .map(item -> passages(memory.items().passages(id))));
                    case "update_item" ->
                        tried(() -> memory.items()
                                .update(id, ItemUpdate.summary(text))
                                .summary());
                    case "reopen_item" -> tried(() -> memory.items().reopen(id).summary());
                    case "delete_item" -> new Outcome(!memory.items().delete(id), "", "");
                    case "list_resources" ->
                        done(
                                memory.resources().list(ResourceFilter.ALL, ALL).rows().stream()
                                        .map(Resource::sourceKey)
                                        .collect(Collectors.joining()),
                                "");
                    case "get_resource" -> known(memory.resources().get(id).map(Resource::sourceKey));
                    case "resource_passages" ->
                        some(memory.resources().passages(id).stream()
                                .map(Passage::text)
                                .toList());
                    case "resource_copy" ->
                        known(memory.resources().copy(id).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
                    case "delete_resource" -> new Outcome(!memory.resources().delete(id), "", "");
                    case "list_categories" ->
                        done(
                                memory.categories().list().stream()
                                        .map(topic -> topic.name() + topic.summary())
                                        .collect(Collectors.joining()),
                                "");
                    case "statistics" -> done(memory.counts().toString(), "");
                    case "export" -> done(export(memory), "");
                    case "erase" ->
                        done(memories.admin().eraseScope(memory.scope()).toString(), "");
                    default -> throw new IllegalArgumentException(call);
                });
    }

    private String export(MemoryService memory) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        memories.transfer().exportTo(lines, ExportOptions.scope(memory.scope()));
        return lines.toString(StandardCharsets.UTF_8);
    }

    private static Outcome done(String text, String id) {
        return new Outcome(false, text, id);
    }

    private static Outcome known(Optional<String> text) {
        return new Outcome(text.isEmpty(), text.orElse(""), "");
    }

    private static Outcome some(Collection<?> rows) {
        return new Outcome(rows.isEmpty(), rows.toString(), "");
    }

    private static Outcome tried(Supplier<String> change) {
        try {
            return done(change.get(), "");
        } catch (NotFoundException e) {
            return new Outcome(true, String.valueOf(e.getMessage()), "");
        }
    }

    private static String items(List<MemoryItem> items) {
        return items.stream().map(MemoryItem::summary).collect(Collectors.joining("\n"));
    }

    private static String passages(List<Passage> passages) {
        return passages.stream().map(Passage::text).collect(Collectors.joining("\n"));
    }
}
