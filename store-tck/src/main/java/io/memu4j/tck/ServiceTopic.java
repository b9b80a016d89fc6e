package io.memu4j.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.CategoryDefinition;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.Category;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One part of what memory promises to applications: scenarios through the public API, each with users of its own. */
abstract class ServiceTopic {
    /** What Ana says; every line is a lasting fact with words of its own. */
    static final List<String> FACTS = List.of(
            "I live in Porto near the river.",
            "I work as a nurse at the children's hospital.",
            "My sister Clara is allergic to peanuts.",
            "I play the violin in an orchestra every Sunday.",
            "I bought a green bicycle in March 2024.");

    /** Topics that share words with every fact here. */
    private static final List<CategoryDefinition> TOPICS = List.of(
            new CategoryDefinition("home", "Where somebody lives, in Porto or Lisbon, near the river"),
            new CategoryDefinition("work", "Works as a nurse at the hospital"),
            new CategoryDefinition("family", "A sister, her allergies, what she is allergic to"),
            new CategoryDefinition(
                    "leisure", "Plays the violin, the cello, a green bicycle, collects stamps and coins"),
            new CategoryDefinition(
                    "property", "Owns the lighthouse called Beacon on the island, adopted a parrot called Kiwi"));

    Path folder;

    final RecordingEmbeddingModel model = new RecordingEmbeddingModel(new HashedWordsModel(256));

    MemoryServiceFactory memu;
    MemoryService ana;

    abstract StoreFixture fixture();

    @BeforeEach
    final void openFactory(@TempDir Path empty) {
        folder = empty;
        memu = factory(fixture().store(), Models.of(model));
        ana = memu.service(Samples.scope());
    }

    /** Never closed by a scenario: that would close the fixture's store. */
    final MemoryServiceFactory factory(MemoryStore store, Models models) {
        return MemoryServiceFactory.builder()
                .store(store)
                .llm(models)
                .blobs(BlobConfig.folder(folder))
                .memorize(MemorizeConfig.DEFAULT.withCategories(TOPICS).withCategoryThreshold(0.05))
                .build();
    }

    final MemoryService anotherUser() {
        return memu.service(Samples.scope());
    }

    final Contents contents(MemoryService service) {
        return Contents.of(fixture().store().in(service.scope()));
    }

    /** Ana says those, the assistant nods after each. */
    static List<ConversationMessage> conversation(List<String> said) {
        return said.stream()
                .flatMap(text ->
                        Stream.of(ConversationMessage.user("Ana", text), ConversationMessage.assistant("I see.")))
                .toList();
    }

    static List<ConversationMessage> conversation() {
        return conversation(FACTS);
    }

    /** A conversation as a file, of which a copy is kept. */
    static MemorizeRequest chatFile(List<String> said) {
        String messages = conversation(said).stream()
                .map(m -> "{\"role\": \"" + m.role() + "\", \"name\": \"" + m.speaker() + "\", \"content\": \""
                        + m.content() + "\"}")
                .collect(Collectors.joining(", ", "[", "]"));
        return MemorizeRequest.bytes("chat file", messages.getBytes(UTF_8), "chat.json");
    }

    /** That many different facts. */
    static List<String> manyFacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "I own the lighthouse called Beacon" + n + " on the island of Isle" + n + ".")
                .toList();
    }

    static List<MemoryItem> items(MemoryService service) {
        return service.items().list(ItemFilter.ALL, PageRequest.first(1_000)).rows();
    }

    static List<String> statements(MemoryService service) {
        return items(service).stream().map(MemoryItem::summary).sorted().toList();
    }

    static List<String> texts(List<Passage> passages) {
        return passages.stream().map(Passage::text).toList();
    }

    static String summaries(MemoryService service) {
        return String.join(
                "\n",
                service.categories().list().stream().map(Category::summary).toList());
    }

    /** The folder of a scope's copies. */
    final Path place(MemoryScope scope) {
        return folder.resolve(fixture().store().identity().id()).resolve(scope.longHash());
    }

    /** How many copies of sources there are. */
    final long copies() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
