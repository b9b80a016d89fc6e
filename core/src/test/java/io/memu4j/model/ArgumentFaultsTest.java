package io.memu4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.retrieve.RetrieveRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller is told about arguments that cannot be meant. */
@SuppressWarnings("NullAway") // callers without its checks pass null
class ArgumentFaultsTest {
    static Stream<Arguments> nulls() {
        return Stream.of(
                fault("userId", () -> new MemoryScope(null, "assistant")),
                fault("agentId", () -> new MemoryScope("ana", null)),
                fault("content", () -> ConversationMessage.user(null)),
                fault("content", () -> ConversationMessage.user("Ana", null)),
                fault("name", () -> ConversationMessage.user(null, "Hi")),
                fault("content", () -> ConversationMessage.assistant(null)),
                fault("role", () -> ConversationMessage.builder(null, "Hi").build()),
                fault("messages", () -> MemorizeRequest.append("k", null)),
                fault(
                        "messages[1]",
                        () -> MemorizeRequest.append("k", Arrays.asList(ConversationMessage.user("Hi"), null))),
                fault("messages", () -> MemorizeRequest.messages("k", null)),
                fault("sourceKey", () -> MemorizeRequest.messages(null, List.of())),
                fault("text", () -> MemorizeRequest.text("k", null)),
                fault("bytes", () -> MemorizeRequest.bytes("k", null)),
                fault("path", () -> MemorizeRequest.file(null)),
                fault("uri", () -> MemorizeRequest.uri(null)),
                fault("query", () -> RetrieveRequest.of(null)),
                fault("earlier", () -> RetrieveRequest.of("Who?").withContext(null)));
    }

    private static Arguments fault(String parameter, ThrowingCallable call) {
        return Arguments.of(parameter, call);
    }

    @ParameterizedTest
    @MethodSource
    void nulls(String parameter, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The argument '" + parameter + "' is null. Expected a value.");
    }

    @Test
    void a_sentence_as_the_name_and_a_name_as_the_content_are_swapped() {
        assertThatThrownBy(() -> ConversationMessage.user("I moved to Oulu in May.", "Ana Lund"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Expected user(name, content)")
                .hasMessageNotContaining("Oulu");
    }

    @ParameterizedTest
    @CsvSource({
        "Ana, Thanks",
        "Sammy Davis Jr., Hello",
        "Tom the plumber from ground floor left, Yes",
        "Dr. A. B. Smith, Ok",
        "Ana, I moved to Oulu in May.",
        "I moved to Oulu in May., then I came back to Turku in June",
    })
    void what_may_be_a_name_is_taken(String name, String content) {
        assertThat(ConversationMessage.user(name, content).content()).isEqualTo(content);
    }
}
