package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.MemoryService;
import io.memu4j.admin.RetentionPolicy;
import io.memu4j.admin.RetentionReport;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.ModelStep;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a chat model says of known statements, what is said twice, and what a retention policy deletes. */
abstract class KnownFactScenarios extends ServiceTopic {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OffsetDateTime MAY = OffsetDateTime.parse("2025-05-04T18:30:00Z");

    /** Later than any clock of these tests, so that it never is too old. */
    private static final OffsetDateTime RECENT = OffsetDateTime.parse("2199-05-04T18:30:00Z");

    private final ScriptedChatModel chat = new ScriptedChatModel();
    private MemoryService mira;

    @BeforeEach
    void openWithModel() {
        mira = factory(fixture().store(), extracting(chat)).service(Samples.scope());
    }

    @Test
    void the_model_is_shown_what_is_known_and_closes_it_in_the_same_call() {
        MemoryItem old = said("1", "The choir rehearses in the old mill.", MAY, "");
        MemoryItem current = said("2", "From now on the choir rehearses at school.", MAY.plusDays(9), "replaces");

        MemoryItem closed = stored(old);
        assertThat(closed.closing()).isNotNull().satisfies(closing -> {
            assertThat(closing.reason()).isEqualTo("model: replaced");
            assertThat(closing.supersededBy()).isEqualTo(current.id());
        });
        assertThat(chat.requests()).hasSize(2);
        assertThat(chat.requests().get(0).user()).doesNotContain("\"known\"");
        assertThat(chat.requests().get(1).user())
                .contains("\"k\":1", "\"said\":\"2025-05-04\"", "The choir rehearses in the old mill.");
    }

    @Test
    void what_the_model_replaces_with_older_talk_is_closed_the_other_way_round() {
        MemoryItem current = said("1", "The choir rehearses at school.", MAY, "");
        MemoryItem old = said("2", "The choir rehearses in the old mill.", MAY.minusDays(90), "replaces");

        assertThat(stored(current).closing()).isNull();
        assertThat(stored(old).closing()).isNotNull();
    }

    @Test
    void what_the_model_calls_the_same_reinforces_unless_a_number_or_a_denial_differs() {
        MemoryItem first = said("1", "The choir has 40 members.", MAY, "");
        said("2", "There are 40 people in the choir.", MAY.plusDays(1), "same_as");
        assertThat(stored(first).reinforcements()).isEqualTo(2);
        assertThat(stored(first).saidAt()).isEqualTo(MAY.plusDays(1));

        said("3", "There are 41 people in the choir.", MAY.plusDays(2), "same_as");
        assertThat(stored(first).reinforcements()).isEqualTo(2);
        assertThat(statements(mira)).hasSize(2);
    }

    @Test
    void numbers_of_no_known_statement_change_nothing() {
        MemoryItem first = said("1", "The choir has 40 members.", MAY, "replaces");

        assertThat(stored(first).closing()).isNull();
        assertThat(statements(mira)).hasSize(1);
    }

    @Test
    void the_same_in_nearly_the_same_words_is_one_statement() {
        MemoryItem first = said("1", "The choir really has 40 members now.", MAY, "");
        said("2", "The choir has 40 members.", MAY.plusDays(1), "");
        said("3", "The choir doesn't have 40 members.", MAY.plusDays(2), "");

        assertThat(stored(first).reinforcements()).isEqualTo(2);
        assertThat(mira.items().history(first.id())).extracting(ItemEvent::kind).contains(ItemEvent.Kind.REINFORCED);
        assertThat(statements(mira)).hasSize(2);
    }

    @Test
    void a_retention_policy_deletes_what_it_says_and_reports_it_first() {
        MemoryItem old = said("1", "The choir sang in Ulm.", OffsetDateTime.parse("2019-05-04T18:30:00Z"), "");
        MemoryItem recent = said("2", "The choir sang in Bern.", RECENT, "");
        MemoryItem expired = mira.items()
                .create(NewItem.of(MemoryType.EVENT, "A voucher").withExpiresAt(Instant.parse("2020-01-01T00:00:00Z")));
        MemoryItem own = mira.items().create(NewItem.of(MemoryType.EVENT, "The choir was founded in 1901"));
        var admin = factory(fixture().store(), extracting(chat)).admin();
        RetentionPolicy policy = RetentionPolicy.EXPIRED.withMaxAge(Duration.ofDays(365));

        RetentionReport planned = admin.applyRetention(mira.scope(), policy, true);
        assertThat(planned.items())
                .extracting(gone -> gone.item().id(), RetentionReport.Dropped::reason)
                .containsExactlyInAnyOrder(
                        tuple(old.id(), RetentionReport.Reason.AGE),
                        tuple(expired.id(), RetentionReport.Reason.EXPIRED));
        assertThat(statements(mira)).hasSize(4);

        assertThat(admin.applyRetention(mira.scope(), policy, false).items()).hasSize(2);
        assertThat(items(mira)).extracting(MemoryItem::id).containsExactlyInAnyOrder(recent.id(), own.id());
        assertThat(admin.applyRetention(mira.scope(), RetentionPolicy.EXPIRED.withMaxItems(0), false)
                        .items())
                .extracting(gone -> gone.item().id())
                .containsExactly(recent.id());
    }

    @Test
    void several_agents_of_one_user_are_read_together_and_no_other_user() {
        said("1", "The choir sang in Ulm.", MAY, "");
        var user = mira.scope().userId();
        MemoryService other = factory(fixture().store(), extracting(chat)).service(user, "second agent");
        other.items().create(NewItem.of(MemoryType.EVENT, "The choir sang in Bern"));
        MemoryService shared = factory(fixture().store(), extracting(chat)).service(Samples.scope());
        shared.items().create(NewItem.of(MemoryType.EVENT, "The choir sang in Graz"));

        var memories = mira.across(mira.scope().agentId(), "second agent", "never written", "second agent");
        var answers = memories.retrieve(RetrieveRequest.of("Where did the choir sing?"));
        assertThat(answers)
                .extracting(
                        answer -> answer.scope().agentId(),
                        answer -> answer.result().items().size())
                .containsExactly(tuple(mira.scope().agentId(), 1), tuple("second agent", 1), tuple("never written", 0));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.scope().userId()).isEqualTo(user));
        assertThat(memories.including(shared.scope()).retrieve(RetrieveRequest.of("Where did the choir sing?")))
                .last()
                .satisfies(answer -> assertThat(answer.result().items())
                        .extracting(hit -> hit.value().summary())
                        .containsExactly("The choir sang in Graz"));
    }

    private MemoryItem said(String source, String text, OffsetDateTime at, String effect) {
        NoteTaker notes = new NoteTaker();
        chat.otherwise(request -> withEffect(notes.apply(request), effect));
        return mira.memorize(MemorizeRequest.messages(
                        source, List.of(ConversationMessage.user("Mira", text).at(at))))
                .items()
                .get(0);
    }

    private MemoryItem stored(MemoryItem item) {
        return mira.items().get(item.id()).orElseThrow();
    }

    private static String withEffect(String answer, String effect) {
        try {
            JsonNode root = JSON.readTree(answer);
            if (!effect.isEmpty()) {
                root.get("items").forEach(item -> ((ObjectNode) item).set(effect, JSON.valueToTree(List.of(1))));
            }
            return root.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Models extracting(ScriptedChatModel model) {
        return new Models() {
            @Override
            public Optional<TextEmbedder> embedding() {
                return Optional.empty();
            }

            @Override
            public Optional<ChatGenerator> chat(ModelStep step) {
                return step == ModelStep.EXTRACT ? Optional.of(model) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }
}
