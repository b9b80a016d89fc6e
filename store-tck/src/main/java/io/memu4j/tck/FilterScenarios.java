package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.Category;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Resource;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a filter on a question means for each list of the answer. */
abstract class FilterScenarios extends ServiceTopic {
    private static final String PORTO = "I live in Porto near the river.";
    private static final String CLARA = "My sister Clara is allergic to peanuts.";
    private static final String NURSE = "I work as a nurse at the hospital in Porto.";

    @BeforeEach
    void memorize() {
        ana.memorize(MemorizeRequest.messages(
                        "chat",
                        List.of(said("Ana", PORTO, "2023-05-08T10:00:00Z"), said("Ben", CLARA, "2023-06-08T10:00:00Z")))
                .withAttributes(Map.of("team", "red")));
        ana.memorize(MemorizeRequest.text("note", NURSE));
    }

    @Test
    void by_speaker() {
        RetrieveResult found = ask(question().withSpeakers("ANA"));

        assertThat(passages(found)).containsExactly(PORTO);
        assertThat(resources(found)).containsExactly("chat");
        assertThat(found.items())
                .isNotEmpty()
                .allMatch(item -> item.value().summary().contains("Porto"));
    }

    @Test
    void by_when_it_was_said() {
        Instant june = Instant.parse("2023-06-01T00:00:00Z");

        assertThat(passages(ask(question().withSaid(null, june)))).containsExactly(PORTO);
        assertThat(passages(ask(question().withSaid(june, null)))).containsExactly(CLARA);
        assertThat(resources(ask(question().withSaid(june.plusSeconds(30 * 86_400), null))))
                .isEmpty();
        assertThat(ask(question().withSaid(null, june)).items())
                .isNotEmpty()
                .allMatch(item -> item.value().summary().contains("Porto"));
    }

    @Test
    void by_modality_and_by_resource() {
        assertThat(passages(ask(question().withModalities(Modality.DOCUMENT)))).containsExactly(NURSE);
        assertThat(resources(ask(question().withModalities(Modality.CONVERSATION))))
                .containsExactly("chat");
        assertThat(passages(ask(question().withResources("note")))).containsExactly(NURSE);
        String id =
                ask(question().withResources("note")).resources().get(0).value().id();
        assertThat(passages(ask(question().withResources(id)))).containsExactly(NURSE);
        assertThat(ask(question().withResources("note")).items())
                .isNotEmpty()
                .allMatch(item -> item.value().summary().contains("nurse"));
    }

    @Test
    void by_attributes() {
        RetrieveResult found = ask(question().withAttributes(Map.of("team", "red")));

        assertThat(passages(found)).containsExactlyInAnyOrder(PORTO, CLARA);
        assertThat(resources(found)).containsExactly("chat");
        assertThat(passages(ask(question().withAttributes(Map.of("team", "blue")))))
                .isEmpty();
        assertThat(ask(question().withAttributes(Map.of("team", "blue"))).items())
                .isEmpty();
    }

    @Test
    void an_item_has_the_attributes_of_the_source_that_proves_it_beside_its_own() {
        ana.items().create(NewItem.of(MemoryType.SKILL, "Ana swims in Porto").withAttributes(Map.of("team", "red")));

        RetrieveRequest red = question().withAttributes(Map.of("team", "red"));
        assertThat(ask(red).items())
                .extracting(item -> item.value().summary())
                .contains("Ana swims in Porto")
                .anyMatch(summary -> summary.contains("river"))
                .noneMatch(summary -> summary.contains("nurse"));
        assertThat(ask(red.withSpeakers("Ben")).items())
                .isNotEmpty()
                .allMatch(item -> item.value().summary().contains("Clara"));
    }

    @Test
    void by_category() {
        Category family = ana.categories().list().stream()
                .filter(category -> category.name().equals("family"))
                .findFirst()
                .orElseThrow();

        RetrieveResult found = ask(question().withCategories("FAMILY"));

        assertThat(found.categories()).extracting(c -> c.value().id()).containsExactly(family.id());
        assertThat(found.items())
                .isNotEmpty()
                .allMatch(item -> item.value().categoryIds().contains(family.id()));
        assertThat(passages(found)).contains(CLARA).doesNotContain(NURSE);
        assertThat(resources(found)).containsExactly("chat");
        assertThat(passages(ask(question().withCategories(family.id())))).isEqualTo(passages(found));
    }

    @Test
    void by_type_and_by_when_it_happened() {
        ana.items().create(NewItem.of(MemoryType.SKILL, "Ana swims in the river in Porto"));

        assertThat(ask(question().withTypes(MemoryType.SKILL)).items())
                .extracting(item -> item.value().summary())
                .containsExactly("Ana swims in the river in Porto");
        assertThat(ask(question().withHappened(LocalDate.of(1900, 1, 1), LocalDate.of(1901, 1, 1)))
                        .items())
                .isEmpty();
        assertThat(ask(question().withSpeakers("Ana")).items())
                .as("an item without a source has no speaker")
                .noneMatch(item -> item.value().summary().contains("swims"));
    }

    @Test
    void every_row_says_why_it_was_found_when_asked() {
        RetrieveResult found = ask(question().withExplain(true));

        found.passages().forEach(row -> assertThat(row.signals().stream()
                        .mapToDouble(signal -> signal.share())
                        .sum())
                .isCloseTo(row.score(), org.assertj.core.api.Assertions.within(1e-5)));
        assertThat(found.items()).allMatch(row -> !row.signals().isEmpty());
        assertThat(found.resources()).allMatch(row -> !row.signals().isEmpty());
        assertThat(ask(question()).passages()).allMatch(row -> row.signals().isEmpty());
    }

    private static ConversationMessage said(String speaker, String text, String time) {
        return ConversationMessage.builder("user", text)
                .name(speaker)
                .createdAt(OffsetDateTime.parse(time))
                .build();
    }

    private static RetrieveRequest question() {
        return RetrieveRequest.of("Porto river, sister Clara allergic to peanuts, nurse at the hospital")
                .withTopK(20);
    }

    private RetrieveResult ask(RetrieveRequest request) {
        return ana.retrieve(request);
    }

    private static Set<String> passages(RetrieveResult found) {
        return found.passages().stream().map(row -> row.value().text()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> resources(RetrieveResult found) {
        return found.resources().stream()
                .map(row -> row.value())
                .map(Resource::sourceKey)
                .toList();
    }
}
