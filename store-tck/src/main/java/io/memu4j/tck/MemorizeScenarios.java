package io.memu4j.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memorize.MemorizeResult.Relation;
import io.memu4j.model.Category;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Taking in sources, and taking them in again. */
abstract class MemorizeScenarios extends ServiceTopic {
    @Test
    void a_conversation_becomes_a_source_passages_cited_statements_and_topics() {
        MemorizeResult result = ana.memorize(MemorizeRequest.messages("chat", conversation()));
        assertThat(result.unchanged()).isFalse();
        assertThat(result.resource().state()).isEqualTo(ResourceState.COMPLETE);
        assertThat(ana.resources().get(result.resource().id())).contains(result.resource());

        List<Passage> passages = ana.resources().passages(result.resource().id());
        assertThat(texts(passages))
                .containsExactlyElementsOf(conversation().stream()
                        .map(ConversationMessage::content)
                        .toList());
        List<String> passageIds = passages.stream().map(Passage::id).toList();
        assertThat(result.items()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.passageIds()).isNotEmpty();
            assertThat(passageIds).containsAll(item.passageIds());
            assertThat(ana.items().get(item.id()).map(Samples::sorted)).contains(Samples.sorted(item));
        });
        assertThat(result.relations())
                .containsExactlyInAnyOrderElementsOf(result.items().stream()
                        .flatMap(i -> i.categoryIds().stream().map(c -> new Relation(i.id(), c)))
                        .toList());
        assertThat(result.categories())
                .extracting(Category::id)
                .containsExactlyInAnyOrderElementsOf(result.relations().stream()
                        .map(Relation::categoryId)
                        .distinct()
                        .toList());
        assertThat(ana.categories().list()).containsExactlyInAnyOrderElementsOf(result.categories());
        assertThat(ana.counts().items()).isEqualTo(result.items().size());
    }

    @Test
    void everything_that_can_be_found_by_meaning_has_its_vector_at_once() {
        MemorizeResult result = ana.memorize(MemorizeRequest.messages("chat", conversation()));
        Counts counts = ana.counts();
        int captions = result.resource().caption() == null ? 0 : 1;
        assertThat(counts.embeddings()).isEqualTo(counts.passages() + counts.items() + counts.categories() + captions);
    }

    static Stream<MemorizeRequest> sources() {
        String text = String.join("\n\n", FACTS);
        return Stream.of(
                MemorizeRequest.messages("chat", conversation()),
                MemorizeRequest.text("note", text),
                chatFile(FACTS),
                MemorizeRequest.bytes("bytes", text.getBytes(UTF_8)),
                MemorizeRequest.bytes("named", text.getBytes(UTF_8), "notes.txt"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void the_same_again_changes_nothing_and_calls_no_model(MemorizeRequest request) {
        MemorizeResult first = ana.memorize(request);
        Contents before = contents(ana);
        long copies = copies();
        model.forget();
        MemorizeResult second = ana.memorize(request);
        assertThat(second).isEqualTo(MemorizeResult.unchanged(first.resource()));
        assertThat(contents(ana)).isEqualTo(before);
        assertThat(model.calls()).isZero();
        assertThat(copies()).isEqualTo(copies);
    }

    @Test
    void a_file_is_known_by_its_path_and_changes_with_its_content() throws IOException {
        Path file = folder.resolveSibling(folder.getFileName() + "-notes.txt");
        Files.writeString(file, FACTS.get(0));
        try {
            Resource first = ana.memorize(MemorizeRequest.file(file)).resource();
            assertThat(ana.memorize(MemorizeRequest.file(file)).unchanged()).isTrue();
            assertThat(ana.resources().copy(first.id()).map(bytes -> new String(bytes, UTF_8)))
                    .contains(FACTS.get(0));
            Files.writeString(file, FACTS.get(1));
            MemorizeResult changed = ana.memorize(MemorizeRequest.file(file));
            assertThat(changed.unchanged()).isFalse();
            assertThat(changed.resource().id()).isEqualTo(first.id());
            assertThat(texts(ana.resources().passages(first.id()))).containsExactly(FACTS.get(1));
            assertThat(ana.resources().copy(first.id()).map(bytes -> new String(bytes, UTF_8)))
                    .contains(FACTS.get(1));
            assertThat(copies()).isEqualTo(1);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void a_changed_source_keeps_the_ids_of_what_it_still_begins_with_and_loses_the_rest() {
        Resource first =
                ana.memorize(MemorizeRequest.messages("chat", conversation())).resource();
        List<Passage> before = ana.resources().passages(first.id());
        List<ConversationMessage> changed = new ArrayList<>(conversation(FACTS.subList(0, 3)));
        changed.addAll(conversation(List.of("I adopted a parrot called Kiwi.")));
        model.forget();
        MemorizeResult result = ana.memorize(MemorizeRequest.messages("chat", changed));

        assertThat(result.resource().id()).isEqualTo(first.id());
        List<Passage> after = ana.resources().passages(first.id());
        assertThat(after.subList(0, 6)).isEqualTo(before.subList(0, 6));
        assertThat(texts(after))
                .containsExactlyElementsOf(
                        changed.stream().map(ConversationMessage::content).toList());
        assertThat(model.texts()).noneMatch(text -> text.endsWith(FACTS.get(0)) && !text.contains("\n"));
        assertThat(statements(ana))
                .noneMatch(s -> s.contains("violin") || s.contains("bicycle"))
                .anyMatch(s -> s.contains("parrot"))
                .anyMatch(s -> s.contains("nurse"));
        assertThat(summaries(ana))
                .doesNotContain("violin")
                .doesNotContain("bicycle")
                .contains("parrot");
    }

    @Test
    void an_appended_message_costs_only_itself() {
        List<String> said = manyFacts(150);
        ana.memorize(MemorizeRequest.messages("chat", conversation(said)));
        Contents before = contents(ana);
        model.forget();
        MemorizeResult result = ana.memorize(MemorizeRequest.append(
                "chat", List.of(ConversationMessage.user("Ana", "I adopted a parrot called Kiwi."))));

        assertThat(result.items()).extracting(MemoryItem::summary).allMatch(s -> s.contains("parrot"));
        assertThat(model.texts().stream().filter(text -> !text.contains("parrot") && !text.contains("\n")))
                .as("texts embedded that are neither the message nor a summary")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(model.texts()).hasSizeLessThanOrEqualTo(6);
        Contents after = contents(ana);
        assertThat(after.passages()).containsAllEntriesOf(before.passages()).hasSize(301);
        assertThat(after.items()).containsAllEntriesOf(before.items());
        assertThat(after.watermark().revision()).isEqualTo(before.watermark().revision() + 1);
    }

    @Test
    void messages_are_not_appended_to_a_document() {
        ana.memorize(MemorizeRequest.text("notes", "The harbour of Porto lies at the mouth of the river Douro."));
        Counts before = ana.counts();
        assertThatThrownBy(() -> ana.memorize(MemorizeRequest.append(
                        "notes", List.of(ConversationMessage.user("Ana", "I adopted a parrot called Kiwi.")))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("document")
                .hasMessageContaining("source key");
        assertThat(ana.counts()).isEqualTo(before);
    }

    @Test
    void a_conversation_appended_in_pieces_is_the_one_given_whole() {
        List<ConversationMessage> all = conversation();
        ana.memorize(MemorizeRequest.append("chat", all.subList(0, 2)));
        ana.memorize(MemorizeRequest.append("chat", all.subList(2, 7)));
        Resource resource =
                ana.memorize(MemorizeRequest.append("chat", all.subList(7, 10))).resource();
        List<Passage> passages = ana.resources().passages(resource.id());
        assertThat(texts(passages))
                .isEqualTo(all.stream().map(ConversationMessage::content).toList());
        assertThat(passages).extracting(Passage::index).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        model.forget();
        assertThat(ana.memorize(MemorizeRequest.messages("chat", all)).unchanged())
                .isTrue();
        assertThat(model.calls()).isZero();
    }

    @Test
    void an_empty_message_counts_but_is_not_remembered_also_at_the_end_of_what_is_appended_to() {
        List<ConversationMessage> all = List.of(
                ConversationMessage.user("Ana", FACTS.get(0)),
                ConversationMessage.assistant(""),
                ConversationMessage.user("Ana", FACTS.get(1)));
        ana.memorize(MemorizeRequest.append("chat", all.subList(0, 2)));
        Resource resource =
                ana.memorize(MemorizeRequest.append("chat", all.subList(2, 3))).resource();
        assertThat(ana.resources().passages(resource.id()))
                .extracting(Passage::index)
                .containsExactly(0, 2);
    }

    @Test
    void a_turn_without_words_leaves_a_conversation_as_it_is_and_begins_none() {
        List<ConversationMessage> toolCall = List.of(ConversationMessage.assistant(""));
        for (List<ConversationMessage> turn : List.of(toolCall, List.<ConversationMessage>of())) {
            assertThatThrownBy(() -> ana.memorize(MemorizeRequest.append("chat", turn)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("there is no conversation under that source key yet");
        }
        ana.memorize(MemorizeRequest.append("chat", List.of(ConversationMessage.user("Ana", FACTS.get(0)))));
        Contents before = contents(ana);

        assertThat(ana.memorize(MemorizeRequest.append("chat", toolCall)).unchanged())
                .isTrue();
        assertThat(ana.memorize(MemorizeRequest.append("chat", List.of())).unchanged())
                .isTrue();
        assertThat(contents(ana)).isEqualTo(before);
    }

    @Test
    void understanding_again_finds_the_same_and_doubles_nothing() {
        MemorizeRequest request = MemorizeRequest.messages("chat", conversation());
        ana.memorize(request);
        Contents before = contents(ana);
        MemorizeResult again = ana.memorize(request.again());
        Contents after = contents(ana);
        assertThat(again.unchanged()).isFalse();
        assertThat(after.counts()).isEqualTo(before.counts());
        assertThat(after.passages()).isEqualTo(before.passages());
        assertThat(after.items().keySet()).isEqualTo(before.items().keySet());
        assertThat(after.items().values())
                .allSatisfy(item -> assertThat(item.reinforcements()).isEqualTo(1));
    }

    @Test
    void a_statement_of_two_sources_is_one_item_that_cites_both_and_outlives_one() {
        Resource one = ana.memorize(MemorizeRequest.messages("one", conversation(FACTS.subList(0, 1))))
                .resource();
        Resource two = ana.memorize(MemorizeRequest.messages("two", conversation(FACTS.subList(0, 1))))
                .resource();
        assertThat(items(ana)).singleElement().satisfies(item -> {
            assertThat(item.reinforcements()).isEqualTo(2);
            assertThat(item.passageIds()).hasSize(2);
        });
        ana.resources().delete(one.id());
        assertThat(items(ana)).singleElement().satisfies(item -> assertThat(item.passageIds())
                .hasSize(1));
        assertThat(summaries(ana)).contains("Porto");
        ana.resources().delete(two.id());
        assertThat(items(ana)).isEmpty();
        assertThat(summaries(ana)).doesNotContain("Porto");
    }

    @Test
    void attributes_are_kept_with_the_source_and_may_change_alone() {
        MemorizeRequest request = MemorizeRequest.messages("chat", conversation());
        ana.memorize(request.withAttributes(Map.of("channel", "mail")));
        model.forget();
        Resource changed =
                ana.memorize(request.withAttributes(Map.of("channel", "phone"))).resource();
        assertThat(changed.attributes()).isEqualTo(Map.of("channel", "phone"));
        assertThat(model.calls()).isZero();
        assertThat(ana.memorize(request).resource().attributes()).isEqualTo(Map.of("channel", "phone"));
    }

    @Test
    void what_cannot_be_used_is_refused_and_nothing_is_stored() {
        List<MemorizeRequest> unusable = List.of(
                MemorizeRequest.text("blank", " \n"),
                MemorizeRequest.messages("none", List.of()),
                MemorizeRequest.bytes("empty", new byte[0]),
                MemorizeRequest.bytes("binary", new byte[] {0, 1, 2, (byte) 0xC3, 0x28, 0}, "notes.txt"),
                MemorizeRequest.bytes("json", "{\"open\": ".getBytes(UTF_8), "chat.json"));
        assertThat(unusable).allSatisfy(request -> assertThatThrownBy(() -> ana.memorize(request))
                .as(request.source().getClass().getSimpleName())
                .isInstanceOf(InvalidInputException.class));
        assertThat(contents(ana).counts().isEmpty()).isTrue();
        assertThat(contents(ana).watermark().revision()).isZero();
        assertThat(copies()).isZero();
    }

    @Test
    void odd_texts_are_kept_but_for_what_no_database_holds() {
        List<ConversationMessage> odd = OddTexts.ALL.stream()
                .map(text -> ConversationMessage.user("Ana", "My note says " + text))
                .toList();
        Resource resource = ana.memorize(MemorizeRequest.messages(OddTexts.emoji(4_000), odd))
                .resource();
        assertThat(ana.resources().passages(resource.id())).hasSize(odd.size());
        Resource broken = ana.memorize(MemorizeRequest.messages(
                        "broken", List.of(ConversationMessage.user("A\u0000na", "I live in Po\u0000rto\uD83D."))))
                .resource();
        assertThat(texts(ana.resources().passages(broken.id()))).containsExactly("I live in Po\uFFFDrto\uFFFD.");
    }
}
