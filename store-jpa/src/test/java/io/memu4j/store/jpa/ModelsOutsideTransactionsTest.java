package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.retrieve.RetrieveMethod;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model may take minutes: no connection of the store is in use for as long as it is asked. Another thread of the operation may read
 * meanwhile, for it embeds ahead; such a read ends although no answer has come.
 */
class ModelsOutsideTransactionsTest {
    private static final String NOTES = "{\"caption\": \"A chat.\", \"items\": [{\"type\": \"profile\", \"content\":"
            + " \"Ana lives in Porto.\", \"happened_at\": null, \"categories\": [\"personal_info\"], \"passages\": [1]}]}";
    private static final String SUMMARIES =
            "{\"summaries\": [{\"category\": \"personal_info\", \"summary\": \"- Ana lives in Porto.\"}]}";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> inUse = new CopyOnWriteArrayList<>();

    static Stream<Supplier<TestDatabase>> databases() {
        return Stream.of(TestDatabase::sqlite, TestDatabase::h2InMemory);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void no_connection_is_in_use_while_a_model_is_asked(Supplier<TestDatabase> kind) {
        try (TestDatabase database = kind.get();
                TestDatabase other = kind.get()) {
            MemoryServiceFactory memu = factory(database, new Watched(new HashedWordsModel(64), database, other));
            MemoryService ana = memu.service("ana", "assistant");
            ana.memorize(MemorizeRequest.append("chat", List.of(ConversationMessage.user("Ana", "I live in Porto."))));
            ana.memorize(MemorizeRequest.append(
                    "chat", List.of(ConversationMessage.user("Ana", "I really do live in Porto."))));
            MemoryItem made = ana.items().create(NewItem.of(MemoryType.EVENT, "Ana moved in May."));
            ana.items().update(made.id(), ItemUpdate.summary("Ana moved in June."));
            ana.retrieve(RetrieveRequest.of("Where does she live?")
                    .withContext(List.of(ConversationMessage.user("Ana", "Hello.")))
                    .withMethod(RetrieveMethod.LLM)
                    .withSufficiencyCheck(true));
            ana.items().delete(made.id());
            ana.memorize(MemorizeRequest.messages("long", talk()));
            ana.memorize(MemorizeRequest.messages("long too", talk()));
            int before = calls.get();
            assertThat(before).isGreaterThan(8);

            MemoryServiceFactory small = factory(other, new Watched(new HashedWordsModel(32), database, other));
            memu.transfer()
                    .copyTo(
                            small.transfer(),
                            ExportOptions.scope(ana.scope()),
                            ImportOptions.DEFAULT.withAgent("copy"));
            assertThat(calls.get()).as("the copy embedded").isGreaterThan(before);
            int copied = calls.get();
            factory(database, new Watched(new HashedWordsModel(32), database, other))
                    .admin()
                    .reembed(ReembedRequest.ALL);
            assertThat(calls.get()).as("embedded anew").isGreaterThan(copied);
        }
        assertThat(inUse).isEmpty();
    }

    /** So much that an import writes while it goes on reading. */
    private static List<ConversationMessage> talk() {
        return IntStream.range(0, 600)
                .mapToObj(n -> ConversationMessage.user("Ana", "Line " + n + "."))
                .toList();
    }

    private MemoryServiceFactory factory(TestDatabase database, Watched embedder) {
        ScriptedChatModel chat = new ScriptedChatModel().otherwise(request -> {
            embedder.look("chat");
            return answer(request);
        });
        return MemoryServiceFactory.builder()
                .store(database.jpa())
                .llm(new ScriptedModels(chat, null, null, embedder))
                .build();
    }

    private static String answer(ChatRequest request) {
        return request.schema() != null && request.schema().name().equals("summaries") ? SUMMARIES : NOTES;
    }

    /** Looks at both pools whenever it is asked for vectors. */
    private final class Watched implements TextEmbedder {
        private final TextEmbedder model;
        private final TestDatabase first;
        private final TestDatabase second;

        Watched(TextEmbedder model, TestDatabase first, TestDatabase second) {
            this.model = model;
            this.first = first;
            this.second = second;
        }

        @Override
        public EmbeddingSpace space() {
            return model.space();
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            look("texts");
            return model.embedAll(texts);
        }

        @Override
        public float[] embedQuery(String query) {
            look("question");
            return model.embedQuery(query);
        }

        void look(String what) {
            int call = calls.incrementAndGet();
            if (!isReleased()) {
                inUse.add(what + " at call " + call);
            }
        }

        /** Waits until no connection is in use; one that waits for this answer is in use until the deadline. */
        private boolean isReleased() {
            long deadline = System.nanoTime() + (inUse.isEmpty() ? PATIENCE.toNanos() : 0);
            while (first.connectionsInUse() + second.connectionsInUse() > 0) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                Thread.onSpinWait();
            }
            return true;
        }
    }
}
