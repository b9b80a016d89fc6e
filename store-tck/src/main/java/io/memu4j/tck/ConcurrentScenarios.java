package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memory.NewItem;
import io.memu4j.model.Category;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several threads memorize into one memory. */
abstract class ConcurrentScenarios extends ServiceTopic {
    private static final int THREADS = 8;

    @Test
    void the_same_source_by_all_is_stored_once_as_if_by_one() {
        MemorizeRequest request = MemorizeRequest.messages("chat", conversation());
        MemoryService alone = anotherUser();
        alone.memorize(request);
        List<MemorizeResult> results = Threads.all(THREADS, n -> ana.memorize(request));

        assertThat(results).filteredOn(result -> !result.unchanged()).hasSize(1);
        assertThat(results)
                .extracting(result -> result.resource().id())
                .containsOnly(results.get(0).resource().id());
        assertThat(ana.counts()).isEqualTo(alone.counts());
        assertThat(statements(ana)).isEqualTo(statements(alone));
        assertThat(items(ana))
                .allSatisfy(item -> assertThat(item.reinforcements()).isEqualTo(1));
        assertThat(contents(ana).watermark().revision()).isEqualTo(1);
    }

    @Test
    void messages_appended_by_all_are_all_there_in_places_of_their_own() {
        ana.memorize(MemorizeRequest.append("chat", List.of(ConversationMessage.assistant("Hello."))));
        List<String> said = manyFacts(THREADS);
        Threads.all(
                THREADS,
                n -> ana.memorize(
                        MemorizeRequest.append("chat", List.of(ConversationMessage.user("Ana", said.get(n))))));
        Resource chat = ana.resources()
                .list(ResourceFilter.ALL, PageRequest.first(10))
                .rows()
                .get(0);
        List<Passage> passages = ana.resources().passages(chat.id());
        assertThat(passages).extracting(Passage::index).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(texts(passages)).contains("Hello.").containsAll(said);
        assertThat(chat.version()).isEqualTo(THREADS + 1);
        everyLinkedStatementIsInItsSummary();
    }

    @Test
    void different_sources_by_all_are_all_there_and_so_are_their_statements_in_the_summaries() {
        List<String> said = manyFacts(THREADS);
        Threads.all(
                THREADS,
                n -> ana.memorize(MemorizeRequest.messages("chat " + n, conversation(said.subList(n, n + 1)))));
        assertThat(ana.counts().resources()).isEqualTo(THREADS);
        for (int n = 0; n < THREADS; n++) {
            String name = "Beacon" + n;
            assertThat(statements(ana)).anyMatch(s -> s.contains(name));
        }
        everyLinkedStatementIsInItsSummary();
    }

    @Test
    void the_same_statement_created_by_all_is_one_item() {
        Threads.all(THREADS, n -> ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana collects stamps")));
        assertThat(items(ana)).singleElement().satisfies(item -> assertThat(item.reinforcements())
                .isEqualTo(THREADS));
        everyLinkedStatementIsInItsSummary();
    }

    private void everyLinkedStatementIsInItsSummary() {
        Map<String, Category> categories = new HashMap<>();
        ana.categories().list().forEach(category -> categories.put(category.id(), category));
        List<MemoryItem> items = items(ana);
        assertThat(items).anyMatch(item -> !item.categoryIds().isEmpty());
        for (MemoryItem item : items) {
            for (String id : item.categoryIds()) {
                assertThat(categories.get(id)).isNotNull().satisfies(category -> assertThat(category.summary())
                        .as("summary of " + category.name())
                        .contains(item.summary()));
            }
        }
    }
}
