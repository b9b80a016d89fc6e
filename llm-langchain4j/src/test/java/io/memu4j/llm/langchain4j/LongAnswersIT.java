package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import io.memu4j.error.MemoryException;
import io.memu4j.error.ModelException;
import io.memu4j.tck.wire.ScriptedModelServer;
import io.memu4j.tck.wire.WireReply;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are longer than anybody needs. */
@Timeout(60)
class LongAnswersIT {
    private static final int MOST = 10_000;

    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final HttpTransport transport =
            new HttpTransport(Duration.ofSeconds(10), Duration.ofSeconds(20), MOST, Clock.systemUTC());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void one_of_the_most_is_read() {
        server.next(WireReply.of(200, "x".repeat(MOST)));

        assertThat(transport.execute(request()).body()).hasSize(MOST);
    }

    @Test
    void a_longer_one_is_not_read_to_its_end_and_not_asked_for_again() {
        server.next(WireReply.of(200, "x".repeat(MOST + 1)));

        RuntimeException thrown = catchThrowableOfType(RuntimeException.class, () -> transport.execute(request()));

        MemoryException failure = ModelFailures.of(Endpoint.ofApplication("chat model", "talker"), thrown)
                .error();
        assertThat(failure).isInstanceOf(ModelException.class).hasMessageContaining(MOST + " bytes");
        assertThat(failure.isRetriable()).isFalse();
    }

    @Test
    void the_text_of_an_error_is_bounded_too() {
        server.next(WireReply.of(500, "x".repeat(MOST + 1)));

        assertThat(catchThrowableOfType(RuntimeException.class, () -> transport.execute(request())))
                .isNotNull();
    }

    private HttpRequest request() {
        return HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(server.openAiUrl() + "/chat/completions")
                .body("{}")
                .build();
    }
}
