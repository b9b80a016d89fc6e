package io.memu4j.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Passage;
import io.memu4j.model.Source;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that come from the program. */
class MessageSourcesTest {
    private final SourceReader reader = new SourceReader(MemorizeConfig.DEFAULT, List.of(), Redaction.NONE);

    @Test
    void empty_messages_are_counted_but_have_no_segment() {
        List<ConversationMessage> messages = List.of(
                ConversationMessage.user("Ana", "Hi"),
                ConversationMessage.assistant("  "),
                ConversationMessage.user("Ana", "Bye"));

        ParsedSource parsed = reader.read(new Source.OfMessages("k", messages), null, ZoneOffset.UTC);

        assertThat(segments(parsed)).extracting(Segment::index).containsExactly(0, 2);
        assertThat(parsed.contentHash()).isEqualTo(MessageChain.hash(messages));
        assertThat(parsed.copy()).isNull();
        assertThat(parsed.mediaType()).isNull();
        assertThat(parsed.byteSize()).isEqualTo(7);
    }

    @Test
    void appended_messages_are_read_by_themselves() {
        List<ConversationMessage> messages = List.of(ConversationMessage.user("Ana", "Hi"));

        ParsedSource parsed = reader.read(new Source.OfAppendedMessages("k", messages), null, ZoneOffset.UTC);

        assertThat(segments(parsed)).extracting(Segment::index).containsExactly(0);
        assertThat(parsed.contentHash()).isEqualTo(MessageChain.hash(messages));
    }

    @Test
    void a_conversation_in_which_nobody_says_anything_is_refused() {
        for (List<ConversationMessage> messages :
                List.of(List.<ConversationMessage>of(), List.of(ConversationMessage.user("  ")))) {
            assertThatThrownBy(() -> reader.read(new Source.OfMessages("chat-1", messages), null, ZoneOffset.UTC))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("The source 'chat-1' is empty. Expected text.");
        }
    }

    @Test
    void a_very_long_message_becomes_parts_that_together_are_the_message() {
        String long1 = "\ud83d\ude00".repeat(9_000);
        String long2 = "One more sentence stands here. ".repeat(1_000).strip();

        ParsedSource parsed = reader.read(
                new Source.OfMessages("k", List.of(ConversationMessage.user(long1), ConversationMessage.user(long2))),
                null,
                ZoneOffset.UTC);

        assertThat(joined(parsed, 0)).isEqualTo(long1);
        assertThat(joined(parsed, 1)).isEqualTo(long2);
        assertThat(segments(parsed)).allMatch(s -> s.text().length() <= Passage.MAX_LENGTH);
        assertThat(segments(parsed))
                .filteredOn(s -> s.index() == 1)
                .extracting(Segment::part)
                .containsExactly(0, 1, 2, 3);
    }

    private static List<Segment> segments(ParsedSource parsed) {
        return parsed.text(ModelCalls.none(), () -> {}).segments();
    }

    private static String joined(ParsedSource parsed, int index) {
        StringBuilder text = new StringBuilder();
        segments(parsed).stream().filter(s -> s.index() == index).forEach(s -> text.append(s.text()));
        return text.toString();
    }

    @Test
    void more_messages_than_others_can_wait_for_are_refused() {
        List<ConversationMessage> many = Collections.nCopies(
                100_001, ConversationMessage.builder("user", "Tea").build());

        assertThatThrownBy(() -> reader.read(new Source.OfMessages("chat", many), null, ZoneOffset.UTC))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has 100001 messages. Expected at most 100000 at once");
    }
}
