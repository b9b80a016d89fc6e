package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.error.NotFoundException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.HappenedAt.Precision;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.ItemEvent.Kind;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.ModelStep;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts that change: what holds now comes first, nothing is lost, and the user has the last word. */
abstract class ChangedFactScenarios extends ServiceTopic {
    private static final OffsetDateTime MAY = OffsetDateTime.parse("2025-05-04T18:30:00+02:00");
    private static final OffsetDateTime JULY = OffsetDateTime.parse("2025-07-11T09:15:00+02:00");
    private static final RetrieveRequest WHERE = RetrieveRequest.of("Where does Mira live?")
            .withNow(ZonedDateTime.parse("2025-08-01T12:00:00+02:00[Europe/Berlin]"));
    private static final String OLD = "I live in Kiel, right by the harbour.";
    private static final String NEW = "I moved to Jena, and I like it.";

    private MemoryService mira;

    /** Every sentence is noted word by word, so that only the closing of statements is under test. */
    @BeforeEach
    void openVerbatim() {
        mira = factory(fixture().store(), verbatim()).service(Samples.scope());
    }

    @Test
    void a_newer_statement_closes_the_older_one_which_keeps_its_proof() {
        MemoryItem old = said("first", OLD, MAY);
        MemoryItem current = said("second", NEW, JULY);

        MemoryItem closed = stored(old);
        assertThat(closed.closing()).isNotNull().satisfies(closing -> {
            assertThat(closing.reason()).isEqualTo("rule home: a change");
            assertThat(closing.supersededBy()).isEqualTo(current.id());
        });
        assertThat(closed.saidAt()).isEqualTo(MAY);
        assertThat(closed.holds().until()).isNotNull().satisfies(until -> assertThat(until.at())
                .isEqualTo("2025-07-11T09:15"));
        assertThat(closed.passageIds()).isEqualTo(old.passageIds());
        assertThat(stored(current).holds().from()).isEqualTo(closed.holds().until());
        assertThat(stored(current).closing()).isNull();
    }

    @Test
    void the_answer_is_what_holds_at_the_time_of_the_question() {
        said("first", OLD, MAY);
        said("second", NEW, JULY);

        assertThat(answers(WHERE)).contains(NEW).doesNotContain(OLD);
        assertThat(answers(WHERE.withAsOf(Instant.parse("2025-06-01T00:00:00Z"))))
                .contains(OLD)
                .doesNotContain(NEW);
        assertThat(answers(WHERE.withHistory(true))).containsSubsequence(NEW, OLD);
        assertThat(mira.retrieve(WHERE).passages())
                .extracting(hit -> hit.value().text())
                .containsSubsequence(NEW, OLD);
    }

    @Test
    void old_talk_that_is_memorized_late_closes_nothing_newer() {
        MemoryItem current = said("second", NEW, JULY);
        MemoryItem old = said("first", OLD, MAY);

        assertThat(stored(current).closing()).isNull();
        assertThat(stored(old).closing()).isNotNull();
        assertThat(answers(WHERE)).contains(NEW).doesNotContain(OLD);
    }

    @Test
    void a_third_statement_takes_its_place_in_the_order_of_saying() {
        MemoryItem first = said("1", "I live in Kiel.", MAY);
        MemoryItem third = said("3", "I live in Trier.", JULY);
        MemoryItem second = said("2", "I moved to Jena.", MAY.plusDays(20));

        assertThat(supersederOf(first)).contains(second.id());
        assertThat(supersederOf(second)).contains(third.id());
        assertThat(stored(third).closing()).isNull();
    }

    @Test
    void who_moves_back_lives_there_again() {
        MemoryItem kiel = said("1", "I live in Kiel.", MAY);
        MemoryItem jena = said("2", "I live in Jena.", MAY.plusDays(20));
        said("3", "I live in Kiel.", JULY);

        assertThat(stored(kiel).closing()).isNull();
        assertThat(stored(kiel).reinforcements()).isEqualTo(2);
        assertThat(supersederOf(jena)).contains(kiel.id());
    }

    @Test
    void what_another_person_says_closes_nothing() {
        MemoryItem hers = said("first", OLD, MAY);
        mira.memorize(MemorizeRequest.messages(
                "second", List.of(ConversationMessage.user("Tom", NEW).at(JULY))));

        assertThat(stored(hers).closing()).isNull();
    }

    @Test
    void the_user_reopens_what_was_closed_and_no_rule_closes_it_again() {
        MemoryItem old = said("first", OLD, MAY);
        said("second", NEW, JULY);

        MemoryItem reopened = mira.items().reopen(old.id());
        said("third", "I live in Trier.", JULY.plusDays(3));

        assertThat(reopened.closing()).isNull();
        assertThat(reopened.holds().until()).isNull();
        assertThat(stored(old).closing()).isNull();
        assertThat(mira.items().reopen(old.id()).version()).isEqualTo(reopened.version());
    }

    @Test
    void what_the_user_edited_is_closed_by_the_user_alone() {
        MemoryItem edited = said("first", OLD, MAY);
        mira.items().update(edited.id(), ItemUpdate.summary("I live in Kiel, by the lighthouse."));
        MemoryItem current = said("second", NEW, JULY);
        assertThat(stored(edited).closing()).isNull();

        MemoryItem closed = mira.items().close(edited.id(), current.id());

        assertThat(closed.closing()).isNotNull();
        assertThat(closed.holds().until()).isNotNull().satisfies(until -> assertThat(until.precision())
                .isEqualTo(Precision.MINUTE));
        assertThatThrownBy(() -> mira.items().close("no such id", null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> mira.items().close(current.id(), "no such id")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_history_tells_what_happened_when_and_by_whom() {
        MemoryItem item = said("first", OLD, MAY);
        said("again", OLD, MAY.plusDays(1));
        mira.items().update(item.id(), ItemUpdate.type(MemoryType.EVENT));
        mira.items().close(item.id(), null);
        mira.items().reopen(item.id());
        mira.items().update(item.id(), ItemUpdate.summary("I live in Husum."));

        List<ItemEvent> history = mira.items().history(item.id());
        assertThat(history)
                .extracting(ItemEvent::kind)
                .containsExactly(
                        Kind.CREATED, Kind.REINFORCED, Kind.EDITED, Kind.SUPERSEDED, Kind.REOPENED, Kind.EDITED);
        assertThat(history).extracting(ItemEvent::before).contains(OLD);
        assertThat(history).extracting(ItemEvent::actor).contains("first", "again", ItemEvent.CALLER);

        mira.items().delete(item.id());
        List<ItemEvent> after = mira.items().history(item.id());
        assertThat(after.get(after.size() - 1).kind()).isEqualTo(Kind.DELETED);
        assertThat(after).extracting(ItemEvent::before).containsOnlyNulls();
    }

    @Test
    void an_expired_statement_is_not_found() {
        MemoryItem item = mira.items()
                .create(NewItem.of(MemoryType.PROFILE, "Mira lives in a tent this week")
                        .withExpiresAt(Instant.parse("2025-07-31T00:00:00Z")));

        assertThat(answers(WHERE)).doesNotContain(item.summary());
        assertThat(answers(WHERE.withNow(ZonedDateTime.parse("2025-07-30T12:00:00Z"))))
                .contains(item.summary());
    }

    private MemoryItem said(String source, String text, OffsetDateTime at) {
        return mira.memorize(MemorizeRequest.messages(
                        source, List.of(ConversationMessage.user("Mira", text).at(at))))
                .items()
                .get(0);
    }

    private MemoryItem stored(MemoryItem item) {
        return mira.items().get(item.id()).orElseThrow();
    }

    private Optional<String> supersederOf(MemoryItem item) {
        return Optional.ofNullable(stored(item).closing()).map(closing -> closing.supersededBy());
    }

    private List<String> answers(RetrieveRequest request) {
        return mira.retrieve(request).items().stream()
                .map(hit -> hit.value().summary())
                .toList();
    }

    private static Models verbatim() {
        NoteTaker notes = new NoteTaker();
        return new Models() {
            @Override
            public Optional<TextEmbedder> embedding() {
                return Optional.empty();
            }

            @Override
            public Optional<ChatGenerator> chat(ModelStep step) {
                return step == ModelStep.EXTRACT
                        ? Optional.of(new ScriptedChatModel().otherwise(notes))
                        : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }
}
