package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.error.NotFoundException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.PageRequest;
import io.memu4j.model.ResourceFilter;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two users never meet, nor two agents of one user. */
abstract class SeparationScenarios extends ServiceTopic {
    @Test
    void the_same_source_of_two_users_is_two_memories() {
        MemoryService ben = anotherUser();
        MemorizeRequest request = MemorizeRequest.messages("chat", conversation());
        MemorizeResult hers = ana.memorize(request);
        MemorizeResult his = ben.memorize(request);
        assertThat(his.unchanged()).isFalse();
        assertThat(his.resource().id()).isNotEqualTo(hers.resource().id());
        assertThat(ben.counts()).isEqualTo(ana.counts());
        assertThat(items(ben))
                .allSatisfy(item -> assertThat(item.reinforcements()).isEqualTo(1));

        Contents before = contents(ben);
        ana.memorize(MemorizeRequest.append("chat", conversation(List.of("I adopted a parrot called Kiwi."))));
        ana.resources().delete(hers.resource().id());
        ana.clear();
        assertThat(contents(ben)).isEqualTo(before);
    }

    @Test
    void another_users_ids_are_unknown_on_every_path() {
        MemoryService ben = anotherUser();
        MemorizeResult hers = ana.memorize(MemorizeRequest.messages("chat", conversation()));
        ben.memorize(MemorizeRequest.messages("chat", conversation(List.of("I adopted a parrot called Kiwi."))));
        Contents before = contents(ana);
        Contents his = contents(ben);
        String resource = hers.resource().id();
        String item = hers.items().get(0).id();
        String category = hers.categories().get(0).id();

        assertThat(ben.resources().get(resource)).isEmpty();
        assertThat(ben.resources().passages(resource)).isEmpty();
        assertThat(ben.resources().copy(resource)).isEmpty();
        assertThat(ben.items().get(item)).isEmpty();
        assertThat(ben.categories().get(category)).isEmpty();
        PageRequest page = PageRequest.first(100);
        assertThat(ben.items().list(ItemFilter.ALL.withCategory(category), page).rows())
                .isEmpty();
        assertThat(ben.items().list(ItemFilter.ALL.withResource(resource), page).rows())
                .isEmpty();
        assertThat(ben.resources().list(ResourceFilter.ALL, page).rows()).hasSize(1);
        assertThat(ben.resources().delete(resource)).isFalse();
        assertThat(ben.items().delete(item)).isFalse();
        assertThatThrownBy(() -> ben.items().update(item, ItemUpdate.summary("Mine now")))
                .isInstanceOf(NotFoundException.class);
        assertThat(contents(ana)).isEqualTo(before);
        assertThat(contents(ben)).isEqualTo(his);
    }

    @Test
    void no_question_finds_another_users_memory() {
        String run = UUID.randomUUID().toString();
        List<MemoryScope> scopes = List.of(
                new MemoryScope("ana" + run, "agent"),
                new MemoryScope("Ana" + run, "agent"),
                new MemoryScope("ana" + run, "Agent"),
                new MemoryScope("agent", "ana" + run),
                new MemoryScope("an\u00e1" + run, "agent"),
                new MemoryScope("ana\u0301" + run, "agent"));
        for (int n = 0; n < scopes.size(); n++) {
            MemoryService service = memu.service(scopes.get(n));
            service.memorize(
                    MemorizeRequest.messages("chat", conversation(List.of("My secret word is Sesame" + n + "."))));
            service.items().create(NewItem.of(MemoryType.KNOWLEDGE, "The safe opens with Sesame" + n));
        }
        for (int n = 0; n < scopes.size(); n++) {
            for (int asked = 0; asked < scopes.size(); asked++) {
                var found = memu.service(scopes.get(n)).retrieve("What is the secret word, is it Sesame" + asked + "?");
                assertThat(Stream.of(
                                        found.items().stream()
                                                .map(i -> i.value().summary()),
                                        found.passages().stream()
                                                .map(p -> p.value().text()),
                                        found.categories().stream()
                                                .map(c -> c.value().summary()),
                                        found.resources().stream()
                                                .map(r ->
                                                        String.valueOf(r.value().caption())))
                                .flatMap(s -> s)
                                .filter(text -> text.contains("Sesame")))
                        .isNotEmpty()
                        .allMatch(withOnly("Sesame" + n));
            }
        }
    }

    @Test
    void an_operator_sees_both_scopes_and_a_service_only_its_own() {
        MemoryService ben = anotherUser();
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        ben.items().create(NewItem.of(MemoryType.PROFILE, "Ben collects stamps"));
        assertThat(items(ben)).extracting(MemoryItem::summary).containsExactly("Ben collects stamps");
        assertThat(memu.admin().health().isUp()).isTrue();
        for (MemoryScope scope : List.of(ana.scope(), ben.scope())) {
            assertThat(Scopes.listed(fixture().store(), scope)).isPresent();
        }
    }

    private static Predicate<String> withOnly(String word) {
        return text -> Stream.of(text.split("[^A-Za-z0-9]+", 0))
                .filter(w -> w.startsWith("Sesame"))
                .allMatch(word::equals);
    }
}
