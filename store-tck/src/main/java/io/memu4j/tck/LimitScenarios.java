package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.CallerAttributes;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted comes back; what could not come back is refused at once. Secrets of an address are not shown. */
abstract class LimitScenarios extends ServiceTopic {
    @Test
    void the_largest_attributes_come_back_with_sources_and_items() {
        Map<String, String> largest = new HashMap<>();
        for (int i = 100; i < 100 + CallerAttributes.MAX_COUNT; i++) {
            largest.put(
                    i + OddTexts.emoji(CallerAttributes.MAX_KEY_LENGTH - 3),
                    OddTexts.emoji(CallerAttributes.MAX_VALUE_LENGTH));
        }
        Resource resource = ana.memorize(
                        MemorizeRequest.messages("chat", conversation()).withAttributes(largest))
                .resource();
        MemoryItem item =
                ana.items().create(NewItem.of(MemoryType.PROFILE, "I like tea").withAttributes(largest));

        assertThat(ana.resources().get(resource.id()).orElseThrow().attributes())
                .isEqualTo(largest);
        assertThat(ana.items()
                        .list(ItemFilter.ALL.withAttributes(largest), PageRequest.first(10))
                        .rows())
                .extracting(MemoryItem::id)
                .containsExactly(item.id());
    }

    static List<Map<String, String>> unusable() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i <= CallerAttributes.MAX_COUNT; i++) {
            many.put("k" + i, "v");
        }
        return List.of(
                many,
                Map.of("", "v"),
                Map.of(" ", "v"),
                Map.of("k".repeat(CallerAttributes.MAX_KEY_LENGTH + 1), "v"),
                Map.of("k".repeat(60_000), "v"),
                Map.of("k", "v".repeat(CallerAttributes.MAX_VALUE_LENGTH + 1)),
                Map.of("k\0", "v"),
                Map.of("k", "v\0"),
                Map.of("\ud83d", "v"),
                Map.of("k", "\ud83d"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("unusable")
    void attributes_that_could_not_be_read_back_are_refused_and_everything_can_be_listed(Map<String, String> unusable) {
        MemoryItem item = ana.items().create(NewItem.of(MemoryType.PROFILE, "I like tea"));

        assertThatThrownBy(() -> ana.memorize(
                        MemorizeRequest.messages("chat", conversation()).withAttributes(unusable)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The attributes ");
        assertThatThrownBy(() -> ana.items()
                        .create(NewItem.of(MemoryType.PROFILE, "I like coffee").withAttributes(unusable)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ana.items()
                        .update(item.id(), ItemUpdate.summary("I like milk").withAttributes(unusable)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(items(ana)).containsExactly(item);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00+18:00",
                "1600-02-29T12:00:00.123456Z",
                "2300-01-01T00:00:00+02:00",
                "9999-12-31T23:59:59.999999-18:00"
            })
    void what_was_said_centuries_from_now_comes_back_and_can_be_carried_over(String time) {
        OffsetDateTime at = OffsetDateTime.parse(time);
        Resource resource = ana.memorize(MemorizeRequest.messages(
                        "chat",
                        List.of(ConversationMessage.user(
                                        "Ana", "I bought a lighthouse yesterday, and last week a boat.")
                                .at(at))))
                .resource();

        assertThat(ana.resources().passages(resource.id()))
                .extracting(Passage::saidAt)
                .containsExactly(at);
        assertThat(ana.retrieve("When did I buy a lighthouse?").passages()).hasSize(1);
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        memu.transfer().exportTo(export, ExportOptions.user(ana.scope().userId()));
        MemoryService other = anotherUser();
        memu.transfer()
                .importFrom(
                        new ByteArrayInputStream(export.toByteArray()),
                        ImportOptions.DEFAULT.withUser(other.scope().userId()));
        MemoryService carried = memu.service(other.scope().userId(), ana.scope().agentId());
        assertThat(carried.counts()).isEqualTo(ana.counts());
    }

    @Test
    void times_no_store_can_keep_are_refused_before_they_reach_one() {
        for (OffsetDateTime time : List.of(OffsetDateTime.MIN, OffsetDateTime.MAX)) {
            assertThatThrownBy(() -> ConversationMessage.user("I like tea").at(time))
                    .isInstanceOf(InvalidInputException.class);
        }
        LocalDateTime now = LocalDateTime.of(2026, 5, 1, 0, 0);
        assertThatThrownBy(() -> new HappenedAt(LocalDateTime.MIN, now, HappenedAt.Precision.DAY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new HappenedAt(now, LocalDateTime.MAX, HappenedAt.Precision.DAY))
                .isInstanceOf(InvalidInputException.class);
        HappenedAt longAgo = new HappenedAt(
                LocalDateTime.of(-99_999, 1, 1, 0, 0), LocalDateTime.of(99_999, 1, 1, 0, 0), HappenedAt.Precision.YEAR);
        MemoryItem item = ana.items()
                .create(NewItem.of(MemoryType.EVENT, "The river was there").withHappenedAt(longAgo));
        assertThat(ana.items().get(item.id()).orElseThrow().happenedAt()).isEqualTo(longAgo);
        assertThat(ana.retrieve(RetrieveRequest.of("When was the river there?")
                                .withHappened(LocalDate.MIN, LocalDate.MAX))
                        .items())
                .hasSize(1);
        ana.memorize(MemorizeRequest.messages(
                "chat",
                List.of(ConversationMessage.user("The river was there")
                        .at(OffsetDateTime.parse("2026-05-01T00:00Z")))));
        assertThat(ana.retrieve(RetrieveRequest.of("When was the river there?").withSaid(Instant.MIN, Instant.MAX))
                        .passages())
                .hasSize(1);
    }

    @Test
    void the_name_of_a_file_makes_one_line_of_a_caption_whatever_is_in_it() {
        Resource resource = ana.memorize(MemorizeRequest.text("/data/a\nb\u001b[31m.txt", "I like tea."))
                .resource();

        assertThat(resource.caption()).startsWith("A document titled \"a b [31m.txt\"");
        assertThat(resource.url()).isEqualTo("/data/a\nb\u001b[31m.txt");
    }

    @Test
    void secrets_in_an_address_reach_no_caption_and_no_prompt() {
        String key = "https://ana:pw@example.org/a/report?X-Amz-Signature=s3cret#s3cret";
        Resource resource = ana.memorize(MemorizeRequest.text(key, "The lighthouse called Beacon is open on Sunday."))
                .resource();

        assertThat(resource.sourceKey()).isEqualTo(key);
        assertThat(resource.url()).isEqualTo("https://example.org/a/report");
        assertThat(resource.caption()).contains("\"report\"").doesNotContain("s3cret");
        assertThat(model.texts()).noneMatch(text -> text.contains("s3cret"));
        RetrieveResult found =
                ana.retrieve(RetrieveRequest.of("When is the lighthouse open?").withResources(key));
        assertThat(found.passages()).hasSize(1);
        assertThat(found.resources()).isNotEmpty();
        assertThat(found.toPrompt(1_000))
                .contains("The lighthouse called Beacon is open on Sunday.")
                .doesNotContain("https://example.org")
                .doesNotContain("s3cret")
                .doesNotContain("pw@");
    }
}
