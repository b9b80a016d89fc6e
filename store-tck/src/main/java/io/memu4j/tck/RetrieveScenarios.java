package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryType;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.Models;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding again what was memorized. */
abstract class RetrieveScenarios extends ServiceTopic {
    @Test
    void the_passage_that_proves_the_answer_comes_first_with_its_source_and_statement() {
        List<String> said = new ArrayList<>(manyFacts(30));
        said.addAll(FACTS);
        ana.memorize(MemorizeRequest.messages("chat", conversation(said)));
        RetrieveResult found = ana.retrieve("Who is allergic to peanuts?");
        assertThat(found.passages().get(0).value().text()).isEqualTo(FACTS.get(2));
        assertThat(found.passages().get(0).resource().sourceKey()).isEqualTo("chat");
        assertThat(found.items().get(0).value().summary()).contains("peanuts");
        assertThat(found.resources()).hasSize(1);
    }

    @Test
    void every_list_holds_at_most_as_many_as_asked_for() {
        ana.memorize(MemorizeRequest.messages("chat", conversation(manyFacts(30))));
        RetrieveResult five = ana.retrieve("Which lighthouse is on which island?");
        assertThat(five.passages()).hasSize(5);
        assertThat(five.items()).hasSize(5);
        RetrieveResult twelve = ana.retrieve(
                RetrieveRequest.of("Which lighthouse is on which island?").withTopK(12));
        assertThat(twelve.passages()).hasSize(12);
        assertThat(twelve.items()).hasSize(12);
    }

    @Test
    void a_prompt_is_filled_beyond_the_rows_that_are_shown_and_repeats_nothing() {
        List<String> said = manyFacts(30);
        ana.memorize(MemorizeRequest.messages("chat", conversation(said)));

        RetrieveResult found = ana.retrieve(
                RetrieveRequest.of("Which lighthouse is on which island?").withPromptTokens(1_000));

        assertThat(found.passages()).hasSize(5);
        assertThat(said.stream().filter(found.toPrompt()::contains)).hasSizeGreaterThan(10);
        List<String> lines =
                found.toPrompt().lines().filter(line -> line.startsWith("- ")).toList();
        assertThat(lines).doesNotHaveDuplicates();
    }

    @Test
    void standing_instructions_of_the_user_are_offered_with_every_answer() {
        ana.memorize(MemorizeRequest.messages(
                "chat",
                List.of(
                        ConversationMessage.user("Always give distances in miles."),
                        ConversationMessage.builder("assistant", "I will.").build(),
                        ConversationMessage.user("My boat is called Petrel."))));

        RetrieveResult found = ana.retrieve("What is the boat called?");

        assertThat(found.standing())
                .singleElement()
                .satisfies(row -> assertThat(row.value().text()).isEqualTo("Always give distances in miles."));
        assertThat(found.toPrompt(500)).containsOnlyOnce("Always give distances in miles.");
        assertThat(anotherUser().retrieve("What is the boat called?").standing())
                .isEmpty();
    }

    @Test
    void a_question_about_nothing_in_memory_returns_nothing_when_asked_so() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        RetrieveRequest aboutNothing = RetrieveRequest.of("Which vaccine did the tortoise get?");

        assertThat(ana.retrieve(aboutNothing).confident()).isFalse();
        RetrieveResult nothing = ana.retrieve(aboutNothing.withMinRelevance(RetrieveResult.CONFIDENT));
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.toPrompt(1_000)).isEmpty();
        RetrieveResult found = ana.retrieve(
                RetrieveRequest.of("Who is allergic to peanuts?").withMinRelevance(RetrieveResult.CONFIDENT));
        assertThat(found.confident()).isTrue();
        assertThat(found.passages()).isNotEmpty();
    }

    @Test
    void asking_changes_nothing() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        Contents before = contents(ana);
        ana.retrieve("Where does Ana live?");
        MemoryService nobody = anotherUser();
        assertThat(nobody.retrieve("Where does Ana live?").isEmpty()).isTrue();
        assertThat(contents(ana)).isEqualTo(before);
        assertThat(Scopes.listed(fixture().store(), nobody.scope())).isEmpty();
    }

    @Test
    void a_write_is_seen_by_the_next_question_also_when_another_factory_wrote_it() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        assertThat(ana.retrieve("parrot Kiwi").passages())
                .noneMatch(p -> p.value().text().contains("Kiwi"));
        MemoryService elsewhere = factory(fixture().store(), Models.of(model)).service(ana.scope());
        String id = elsewhere
                .memorize(MemorizeRequest.append(
                        "chat", List.of(ConversationMessage.user("Ana", "I adopted a parrot, Kiwi."))))
                .resource()
                .id();
        assertThat(ana.retrieve("parrot Kiwi").passages().get(0).value().text()).contains("Kiwi");
        elsewhere.resources().delete(id);
        assertThat(ana.retrieve("parrot Kiwi").passages()).isEmpty();
    }

    @Test
    void without_an_embedding_model_memory_is_found_by_words() {
        MemoryService wordsOnly = factory(fixture().store(), Models.none()).service(ana.scope());
        wordsOnly.memorize(MemorizeRequest.messages("chat", conversation()));
        assertThat(contents(ana).counts().embeddings()).isZero();
        assertThat(wordsOnly
                        .retrieve("Who is allergic to peanuts?")
                        .passages()
                        .get(0)
                        .value()
                        .text())
                .isEqualTo(FACTS.get(2));
    }

    @Test
    void another_embedding_model_is_an_error_before_anything_happens() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        Contents before = contents(ana);
        RecordingEmbeddingModel other = new RecordingEmbeddingModel(new HashedWordsModel(8));
        MemoryService wrong = factory(fixture().store(), Models.of(other)).service(ana.scope());
        assertThatThrownBy(() -> wrong.memorize(MemorizeRequest.text("more", "I adopted a parrot called Kiwi.")))
                .isInstanceOf(EmbeddingSpaceMismatchException.class);
        assertThatThrownBy(() -> wrong.items().create(NewItem.of(MemoryType.PROFILE, "Ana collects stamps")))
                .isInstanceOf(EmbeddingSpaceMismatchException.class);
        assertThat(other.calls()).as("calls of the other model").isZero();
        assertThatThrownBy(() -> wrong.retrieve("Where does Ana live?"))
                .isInstanceOf(EmbeddingSpaceMismatchException.class);
        assertThat(contents(ana)).isEqualTo(before);
        assertThat(copies()).isZero();
    }

    @Test
    void what_was_memorized_is_found_after_reopening_the_database() {
        ana.memorize(MemorizeRequest.messages("chat", conversation()));
        RetrieveResult before = ana.retrieve("Where does Ana live?");
        fixture().reopen();
        RetrieveResult after = factory(fixture().store(), Models.of(model))
                .service(ana.scope())
                .retrieve("Where does Ana live?");
        if (fixture().isPersistent()) {
            assertThat(after)
                    .usingRecursiveComparison()
                    .ignoringFields("fields.calls") // how long they took differs
                    .isEqualTo(before);
        } else {
            assertThat(after.isEmpty()).isTrue();
        }
    }
}
