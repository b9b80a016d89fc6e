package io.memu4j.examples;

import io.memu4j.MemorizeRequest;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.NewItem;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Message;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.Counts;
import io.memu4j.spi.store.ItemFilter;
import io.memu4j.spi.store.Page;
import io.memu4j.spi.store.PageRequest;
import io.memu4j.spi.store.ResourceFilter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was memorized in memory over to a database, by memorizing it there: sources first, then what was stated by hand. Ids and times
 * of creation are new.
 */
public final class MoveToDatabase {
    private MoveToDatabase() {}

    /** Rows before and after. */
    record Outcome(Counts before, Counts after) {}

    public static void main(String[] args) throws IOException {
        run(Example.folder(args).resolve("memu.db"), System.out);
    }

    static Outcome run(Path database, PrintStream out) {
        try (MemoryServiceFactory inMemory = MemoryServiceFactory.inMemory();
                MemoryServiceFactory onDisk = MemoryServiceFactory.builder()
                        .database(DatabaseConfig.sqlite(database))
                        .build()) {
            MemoryService from = inMemory.service();
            from.memorize(
                    MemorizeRequest.text("notes", "I was born in Tartu.\n\nI work as a nurse in the city hospital."));
            from.memorize(MemorizeRequest.append("chat", List.of(Message.user("Kai", "I love rowing on the lake."))));
            from.items().create(NewItem.of(MemoryType.PROFILE, "Kai speaks Estonian and Finnish."));

            MemoryService to = onDisk.service("kai", "assistant");
            copy(from, to);
            Outcome outcome = new Outcome(from.counts(), to.counts());
            out.println("In memory: " + outcome.before() + "\nIn " + database + ": " + outcome.after());
            return outcome;
        }
    }

    // region copy
    static void copy(MemoryService from, MemoryService to) {
        @Nullable String cursor = null;
        do {
            Page<Resource> page = from.resources()
                    .list(ResourceFilter.ALL, PageRequest.first(100).after(cursor));
            page.rows().forEach(resource -> to.memorize(source(from, resource).withAttributes(resource.attributes())));
            cursor = page.next();
        } while (cursor != null);
        do {
            Page<MemoryItem> page =
                    from.items().list(ItemFilter.ALL, PageRequest.first(100).after(cursor));
            page.rows().stream()
                    .filter(item -> item.origin() != MemoryItem.Origin.EXTRACTED)
                    .forEach(item -> to.items().create(NewItem.of(item.type(), item.summary())));
            cursor = page.next();
        } while (cursor != null);
    }
    // endregion

    /** The raw source where a copy was kept, its text otherwise. */
    private static MemorizeRequest source(MemoryService from, Resource resource) {
        return from.resources()
                .copy(resource.id())
                .map(bytes -> MemorizeRequest.bytes(resource.sourceKey(), bytes, resource.url()))
                .orElseGet(() -> text(resource, from.resources().passages(resource.id())));
    }

    private static MemorizeRequest text(Resource resource, List<Passage> passages) {
        if (resource.modality() == Modality.CONVERSATION) {
            return MemorizeRequest.messages(
                    resource.sourceKey(),
                    passages.stream().map(MoveToDatabase::message).toList());
        }
        return MemorizeRequest.text(
                resource.sourceKey(), passages.stream().map(Passage::text).collect(Collectors.joining("\n\n")));
    }

    private static Message message(Passage passage) {
        String role = Objects.requireNonNullElse(passage.role(), "user");
        String name = role.equals(passage.speaker()) ? null : passage.speaker();
        return new Message(role, name, passage.text(), passage.saidAt());
    }
}
