package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.NotFoundException;
import io.memu4j.error.VersionConflictException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.FoundItems;
import io.memu4j.memory.FoundItems.FoundItem;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.Counts;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryItem.Origin;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Creating, changing and forgetting what is remembered, and what follows from it. */
abstract class ForgetScenarios extends ServiceTopic {
    @Test
    void a_deleted_statement_leaves_the_summaries() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        MemoryItem violin = itemOn(ana, "violin");
        assertThat(summaries(ana)).contains("violin");
        assertThat(ana.items().delete(violin.id())).isTrue();
        assertThat(ana.items().get(violin.id())).isEmpty();
        assertThat(summaries(ana)).doesNotContain("violin").contains("nurse");
        assertThat(ana.items().delete(violin.id())).isFalse();
    }

    @Test
    void a_statement_deleted_without_propagation_leaves_the_summaries_as_they_are() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        ana.items().delete(itemOn(ana, "violin").id(), false);
        assertThat(summaries(ana)).contains("violin");
    }

    @Test
    void a_deleted_source_takes_what_only_it_proves_and_its_copy() {
        Resource notes = ana.memorize(chatFile(FACTS)).resource();
        ana.memorize(MemorizeRequest.messages("other", conversation(List.of("I adopted a parrot called Kiwi."))));
        assertThat(ana.resources().copy(notes.id())).isPresent();
        long copies = copies();
        assertThat(ana.resources().delete(notes.id())).isTrue();

        assertThat(ana.resources().get(notes.id())).isEmpty();
        assertThat(ana.resources().passages(notes.id())).isEmpty();
        assertThat(ana.resources().copy(notes.id())).isEmpty();
        assertThat(copies()).isEqualTo(copies - 1);
        assertThat(contents(ana).pendingDeletions()).isEmpty();
        assertThat(statements(ana)).isNotEmpty().allMatch(s -> s.contains("parrot"));
        assertThat(summaries(ana)).contains("parrot").doesNotContain("nurse");
        assertThat(ana.resources().delete(notes.id())).isFalse();
    }

    @Test
    void what_a_person_created_or_edited_outlives_its_source() {
        Resource chat =
                ana.memorize(MemorizeRequest.messages("chat", conversation())).resource();
        MemoryItem created = ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana collects stamps"));
        MemoryItem edited = ana.items()
                .update(itemOn(ana, "violin").id(), ItemUpdate.summary("Ana plays the cello in an orchestra"));
        assertThat(created.origin()).isEqualTo(Origin.CREATED);
        assertThat(edited.origin()).isEqualTo(Origin.EDITED);
        ana.resources().delete(chat.id());
        assertThat(statements(ana)).containsExactly("Ana collects stamps", "Ana plays the cello in an orchestra");
    }

    @Test
    void a_changed_text_is_embedded_anew_and_keeps_citations_and_links() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        MemoryItem before = itemOn(ana, "violin");
        model.forget();
        MemoryItem after = ana.items()
                .update(
                        before.id(),
                        ItemUpdate.summary("Ana plays the cello in an orchestra")
                                .expecting(before.version()));
        assertThat(model.texts()).contains("Ana plays the cello in an orchestra");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.passageIds()).containsExactlyInAnyOrderElementsOf(before.passageIds());
        assertThat(after.categoryIds()).containsExactlyInAnyOrderElementsOf(before.categoryIds());
        assertThat(ana.items().get(before.id()).map(Samples::sorted)).contains(Samples.sorted(after));
        assertThat(summaries(ana)).contains("cello").doesNotContain("violin");
    }

    @Test
    void an_update_that_expects_another_version_or_says_what_another_item_says_is_refused() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        MemoryItem violin = itemOn(ana, "violin");
        MemoryItem nurse = itemOn(ana, "nurse");
        MemoryItem twin = ana.items().create(NewItem.of(violin.type(), "Ana collects stamps"));
        Contents before = contents(ana);
        assertThatThrownBy(() ->
                        ana.items().update(violin.id(), ItemUpdate.summary("x").expecting(violin.version() + 1)))
                .isInstanceOf(VersionConflictException.class);
        assertThatThrownBy(() -> ana.items().update(violin.id(), ItemUpdate.summary(" ANA collects stamps!")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(twin.id());
        assertThatThrownBy(() -> ana.items().update(Samples.IDS.next(), ItemUpdate.summary("x")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ana.items().update(nurse.id(), ItemUpdate.categories("no such topic")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(contents(ana)).isEqualTo(before);
    }

    @Test
    void creating_what_is_known_reinforces_it() {
        MemoryItem first = ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana collects stamps"));
        MemoryItem second = ana.items()
                .create(NewItem.of(MemoryType.PROFILE, "ana  collects stamps.").withAttributes(Map.of("a", "b")));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.reinforcements()).isEqualTo(2);
        assertThat(ana.counts().items()).isEqualTo(1);
    }

    @Test
    void clearing_forgets_everything_and_the_same_may_be_memorized_again() {
        MemorizeRequest request = chatFile(FACTS);
        ana.memorize(request);
        List<String> statements = statements(ana);
        assertThat(copies()).isPositive();
        ana.clear();
        assertThat(ana.counts()).isEqualTo(Counts.NONE);
        assertThat(copies()).isZero();
        assertThat(ana.retrieve("Where does Ana live?").isEmpty()).isTrue();
        assertThat(ana.memorize(request).unchanged()).isFalse();
        assertThat(statements(ana)).isEqualTo(statements);
    }

    @Test
    void what_was_said_about_something_is_named_with_its_proof_and_then_deleted_at_once() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        ana.memorize(MemorizeRequest.messages("more", conversation(List.of("My violin was built by Stefan Beck."))));
        MemoryService other = anotherUser();
        other.memorize(MemorizeRequest.messages("chat", conversation()));
        Contents before = contents(ana);

        FoundItems found = ana.items().find("my violins");
        assertThat(found.items()).hasSize(2).allSatisfy(one -> assertThat(one.passages())
                .isNotEmpty()
                .allMatch(passage -> passage.text().contains("violin")));
        assertThat(contents(ana)).isEqualTo(before);

        assertThat(ana.items().delete(found)).isEqualTo(2);
        assertThat(statements(ana)).isNotEmpty().noneMatch(statement -> statement.contains("violin"));
        assertThat(summaries(ana)).doesNotContain("violin").contains("nurse");
        assertThat(found.items())
                .allSatisfy(one -> assertThat(ana.items().history(one.item().id()))
                        .last()
                        .satisfies(event -> {
                            assertThat(event.kind()).isEqualTo(ItemEvent.Kind.DELETED);
                            assertThat(event.actor()).isEqualTo(ItemEvent.CALLER);
                        }));
        assertThat(ana.items().delete(found)).isZero();
        assertThat(other.items().find("violin").items()).hasSize(1);
        assertThat(other.items().delete(found)).isZero();
    }

    @Test
    void only_what_is_left_in_the_selection_is_deleted() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana sold a violin case"));
        FoundItems found = ana.items().find("violin");
        MemoryItem sold = itemOn(ana, "case");
        assertThat(ana.items().delete(found.only(List.of(sold.id())))).isEqualTo(1);
        assertThat(ana.items().find("violin").items())
                .extracting(FoundItem::item)
                .extracting(MemoryItem::id)
                .containsExactly(itemOn(ana, "violin").id());
    }

    @Test
    void nothing_is_deleted_when_one_of_the_found_says_something_else_by_now() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        ana.items().create(NewItem.of(MemoryType.PROFILE, "Ana sold a violin case"));
        FoundItems found = ana.items().find("violin");
        ana.items().update(itemOn(ana, "case").id(), ItemUpdate.summary("Ana sold a cello"));
        Contents before = contents(ana);
        assertThatThrownBy(() -> ana.items().delete(found)).isInstanceOf(VersionConflictException.class);
        assertThat(contents(ana)).isEqualTo(before);
        assertThatThrownBy(() -> ana.items().find("of the")).isInstanceOf(InvalidInputException.class);
    }

    private static MemoryItem itemOn(MemoryService service, String word) {
        return items(service).stream()
                .filter(item -> item.summary().contains(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No item on " + word + " in " + statements(service)));
    }
}
