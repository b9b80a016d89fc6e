package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Counts;
import io.memu4j.tck.wire.ScriptedModelServer;
import io.memu4j.tck.wire.WireAnswers;
import io.memu4j.tck.wire.WireReply;
import io.memu4j.tck.wire.WireReply.Manner;
import io.memu4j.tck.wire.WireRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cancelling a memorize while it waits for a server that takes minutes. */
@Timeout(90)
class CancelledCallIT {
    private static final String NOTES = "{\"caption\": \"A chat.\", \"items\": [{\"type\": \"profile\", \"content\":"
            + " \"Ana lives in Porto.\", \"happened_at\": null, \"categories\": [\"personal_info\"], \"passages\": [1]}]}";
    private static final Duration MINUTES = Duration.ofMinutes(5);

    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        executor.shutdownNow();
        server.close();
    }

    @Test
    void waiting_for_the_first_answer() throws InterruptedException {
        server.next(WireReply.of(200, WireAnswers.openAiChat(NOTES, "stop")).after(MINUTES));
        assertEndsAndStoresNothing(messages(1), 1);
    }

    @Test
    void while_an_answer_trickles() throws InterruptedException {
        server.next(WireReply.of(200, WireAnswers.openAiChat(NOTES + " ".repeat(20_000), "stop"))
                .as(Manner.TRICKLING));
        assertEndsAndStoresNothing(messages(1), 1);
    }

    @Test
    void waiting_for_the_summaries() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        server.chat(request -> {
            if (schema(request).equals("summaries")) {
                asked.countDown();
                LockSupport.parkNanos(MINUTES.toNanos());
            }
            return NOTES;
        });
        assertEndsAndStoresNothing(messages(1), () -> asked.getCount() == 0);
        assertThat(schema(server.requests().get(server.requests().size() - 1))).isEqualTo("summaries");
    }

    @Test
    void waiting_before_a_retry() throws InterruptedException {
        server.next(WireReply.error(429, "rate_limit_exceeded", "later").withHeader("Retry-After", "50"));
        assertEndsAndStoresNothing(messages(1), 1);
    }

    @Test
    void waiting_for_vectors_and_understanding_at_the_same_time() throws InterruptedException {
        server.next(WireReply.of(200, "").after(MINUTES), WireReply.of(200, "").after(MINUTES));
        assertEndsAndStoresNothing(messages(40), 2);
    }

    @Test
    void waiting_for_the_dimension() throws InterruptedException {
        try (MemoryServiceFactory memu = factory()) {
            memu.service("ana", "assistant").memorize(MemorizeRequest.messages("before", messages(1)));
        }
        int before = server.requests().size();
        server.next(WireReply.of(200, "").after(MINUTES));
        assertEndsAndStoresNothing(messages(1), before + 1);
    }

    /** Cancels once the server has got so many requests. */
    private void assertEndsAndStoresNothing(List<ConversationMessage> messages, int requests)
            throws InterruptedException {
        assertEndsAndStoresNothing(messages, () -> server.requests().size() >= requests);
        assertThat(server.requests()).hasSize(requests);
    }

    /** Cancels at that moment. */
    private void assertEndsAndStoresNothing(List<ConversationMessage> messages, BooleanSupplier moment)
            throws InterruptedException {
        try (MemoryServiceFactory memu = factory()) {
            MemoryService ana = memu.service("ana", "assistant");
            Counts before = ana.counts();
            CompletableFuture<MemorizeResult> running =
                    ana.memorizeAsync(MemorizeRequest.messages("chat", messages), executor);
            while (!moment.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }

            assertThat(running.cancel(true)).isTrue();
            int requests = server.requests().size();

            executor.shutdown();
            assertThat(executor.awaitTermination(30, TimeUnit.SECONDS))
                    .as("the call ended")
                    .isTrue();
            assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
            assertThat(server.requests()).as("nothing is asked afterwards").hasSize(requests);
            assertThat(ana.counts()).isEqualTo(before);
        }
    }

    private MemoryServiceFactory factory() {
        return MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .llm(LlmConfig.openai()
                        .withBaseUrl(server.openAiUrl())
                        .withChatModel("talker")
                        .withEmbeddingModel("embedder"))
                .build();
    }

    private static List<ConversationMessage> messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> ConversationMessage.user("Ana", "I live in Porto, in house " + n + "."))
                .toList();
    }

    /** What kind of answer a chat request wants. */
    private static String schema(WireRequest request) {
        return request.json().at("/response_format/json_schema/name").asText();
    }
}
