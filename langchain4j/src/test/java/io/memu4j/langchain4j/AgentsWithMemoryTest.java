package io.memu4j.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import io.memu4j.error.MissingScopeException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentsWithMemoryTest {
    private static final ConversationId MONDAY = ConversationId.of("ana", "companion", "monday");
    private static final ConversationId FRIDAY = ConversationId.of("ana", "companion", "friday");
    private static final ConversationId OTHER = ConversationId.of("bob", "companion", "monday");

    private final Memories memories = new Memories();
    private final MemoryScopeResolver scopes = MemoryScopeResolver.ofConversationId();
    private final MemuChatMemoryStore store = MemuChatMemoryStore.of(memories.factory, scopes);

    @AfterEach
    void close() {
        store.close();
        memories.close();
    }

    @Test
    void a_later_conversation_recalls_an_earlier_one_and_another_user_does_not() {
        Agent agent = augmented(false);
        agent.chat(MONDAY, "My boat is called Albatros.");
        store.flush();
        agent.chat(FRIDAY, "What is my boat called?");
        assertThat(last(agent)).contains("Albatros").endsWith("What is my boat called?");
        agent.chat(OTHER, "What is my boat called?");
        assertThat(last(agent)).isEqualTo("What is my boat called?");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_the_augmentor_recalled_is_not_memorized(boolean keptInWindow) {
        Agent agent = augmented(keptInWindow);
        assertOnlySpokenWordsAreMemorized(agent);
        assertThat(store.getMessages(FRIDAY).toString().contains("recalled-memory"))
                .isEqualTo(keptInWindow);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_the_retriever_recalled_is_not_memorized(boolean keptInWindow) {
        Agent agent = new Agent(store, services -> services.storeRetrievedContentInChatMemory(keptInWindow)
                .contentRetriever(MemuContentRetriever.of(memories.factory, scopes)));
        assertOnlySpokenWordsAreMemorized(agent);
        assertThat(store.getMessages(FRIDAY).toString().contains("Answer using"))
                .isEqualTo(keptInWindow);
    }

    private void assertOnlySpokenWordsAreMemorized(Agent agent) {
        // LangChain4j's injector fills its template once more with what was recalled.
        memories.of(MONDAY).memorize(MemorizeRequest.text("note", "My boat is called Albatros, {{userMessage}}."));
        agent.chat(FRIDAY, "What is my boat called?");
        assertThat(last(agent)).contains("recalled-memory", "Albatros");
        store.flush();
        assertThat(memories.said(FRIDAY)).containsExactly("What is my boat called?", "I see.");
    }

    @Test
    void two_users_in_threads_see_and_keep_only_their_own() throws Exception {
        Agent agent = augmented(true);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> talks = new ArrayList<>();
            for (ConversationId id : List.of(MONDAY, OTHER)) {
                talks.add(threads.submit(() -> IntStream.range(0, 25)
                        .forEach(turn ->
                                agent.chat(id, "The secret of " + id.scope().userId() + " is number " + turn + "."))));
            }
            for (Future<?> talk : talks) {
                talk.get();
            }
        } finally {
            threads.shutdownNow();
        }
        store.flush();
        assertThat(agent.requests).hasSize(50).allSatisfy(request -> assertThat(request.toString())
                .satisfiesAnyOf(seen -> assertThat(seen).doesNotContain("of ana"), seen -> assertThat(seen)
                        .doesNotContain("of bob")));
        for (ConversationId id : List.of(MONDAY, OTHER)) {
            assertThat(memories.said(id))
                    .containsExactlyElementsOf(IntStream.range(0, 50)
                            .mapToObj(i -> i % 2 == 1
                                    ? "I see."
                                    : "The secret of " + id.scope().userId() + " is number " + i / 2 + ".")
                            .toList());
        }
    }

    @Test
    void the_model_keeps_corrects_and_forgets_with_tools() {
        Agent agent =
                withTools().answering("Remember it", call("add_memory", "{\"text\":\"Ana is allergic to nuts.\"}"));
        agent.chat(MONDAY, "Remember it: no nuts.");
        assertThat(memories.statements(MONDAY)).contains("Ana is allergic to nuts.");
        String id = memories.of(MONDAY)
                .items()
                .create(NewItem.of(MemoryType.PROFILE, "Ana lives in Porto."))
                .id();
        agent.answering("Where", call("search_memory", "{\"query\":\"Where does Ana live?\"}"))
                .answering("moved", call("update_memory", "{\"id\":\"" + id + "\",\"text\":\"Ana lives in Brno.\"}"))
                .answering("Forget", call("forget_memory", "{\"id\":\"" + id + "\"}"));
        agent.chat(FRIDAY, "Where do I live?");
        assertThat(toolResult(agent)).contains("recalled-memory", "id " + id + ": Ana lives in Porto.");
        agent.chat(FRIDAY, "I moved.");
        assertThat(memories.statements(MONDAY)).contains("Ana lives in Brno.").doesNotContain("Ana lives in Porto.");
        agent.chat(FRIDAY, "Forget where.");
        assertThat(memories.statements(MONDAY)).doesNotContain("Ana lives in Brno.");
        store.flush();
        assertThat(memories.said(FRIDAY))
                .containsExactly("Where do I live?", "Done.", "I moved.", "Done.", "Forget where.", "Done.");
    }

    @Test
    void the_model_cannot_name_a_user_nor_reach_the_memory_of_another() {
        String id = memories.of(MONDAY)
                .items()
                .create(NewItem.of(MemoryType.PROFILE, "Ana lives in Porto."))
                .id();
        Agent agent = withTools()
                .answering(
                        "Where",
                        call(
                                "search_memory",
                                "{\"query\":\"Where does Ana live?\",\"call\":\"ana\",\"userId\":\"ana\"}"))
                .answering("moved", call("update_memory", "{\"id\":\"" + id + "\",\"text\":\"Ana lives in Brno.\"}"))
                .answering("Forget", call("forget_memory", "{\"id\":\"" + id + "\"}"));
        agent.chat(OTHER, "Where does Ana live?");
        assertThat(toolResult(agent)).isEqualTo("Nothing is remembered about this.");
        for (String text : List.of("She moved.", "Forget it.")) {
            agent.chat(OTHER, text);
            assertThat(toolResult(agent)).startsWith("Nothing is remembered under this id");
        }
        assertThat(memories.statements(MONDAY)).containsExactly("Ana lives in Porto.");
        ChatRequest request = agent.requests.get(0);
        assertThat(request.toolSpecifications()).hasSize(4);
        assertThat(request.toolSpecifications().stream()
                        .map(ToolSpecification::parameters)
                        .flatMap(parameters -> parameters.properties().keySet().stream()))
                .containsOnly("query", "text", "type", "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no-such-id", "../../etc/passwd", "' OR 1=1 --", "a\\u0000b"})
    void an_odd_id_is_unknown(String id) {
        Agent agent = withTools().answering("Forget", call("forget_memory", "{\"id\":\"" + id + "\"}"));
        agent.chat(MONDAY, "Forget it.");
        assertThat(toolResult(agent)).startsWith("Nothing is remembered under this id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search_memory", "add_memory", "update_memory", "forget_memory"})
    void a_call_without_arguments_is_answered_with_one_sentence(String tool) {
        Agent agent = withTools().answering("Go", call(tool, "{}"));
        agent.chat(MONDAY, "Go on.");
        assertThat(toolResult(agent)).matches("[A-Z][^.]*\\.");
    }

    @Test
    void a_failing_memory_is_one_sentence_to_the_model() {
        Agent agent = withTools().answering("Remember", call("add_memory", "{\"text\":\"Ana is tall.\"}"));
        memories.down(true);
        agent.chat(MONDAY, "Remember that I am tall.");
        assertThat(toolResult(agent))
                .startsWith("The memory cannot be used at the moment")
                .doesNotContain("Exception");
        memories.down(false);
    }

    @Test
    void a_call_that_does_not_say_whose_it_is_fails() {
        var retriever = MemuContentRetriever.of(memories.factory, scopes);
        var augmentor = MemuRetrievalAugmentor.of(memories.factory, scopes);
        UserMessage message = UserMessage.from("Who am I?");
        assertThatThrownBy(() -> retriever.retrieve(new Query("Who am I?")))
                .isInstanceOf(MissingScopeException.class)
                .hasMessageContaining("whose memory");
        assertThatThrownBy(() -> augmentor.augment(
                        new AugmentationRequest(message, Metadata.from(message, "default", List.of()))))
                .isInstanceOf(MissingScopeException.class);
        assertThatThrownBy(() -> store.getMessages("default")).isInstanceOf(MissingScopeException.class);
        assertThatThrownBy(() -> store.updateMessages("default", List.of(message)))
                .isInstanceOf(MissingScopeException.class);
    }

    @Test
    void a_resolver_reads_the_user_from_the_parameters_of_the_call() {
        MemoryScopeResolver byUser = MemoryScopeResolver.ofParameter("user", "companion");
        assertThat(byUser.resolve("default", InvocationParameters.from("user", "ana")))
                .isEqualTo(new MemoryScope("ana", "companion"));
        assertThat(byUser.resolve("ana", new InvocationParameters())).isNull();
        assertThat(byUser.resolve("ana", InvocationParameters.from("user", 17))).isNull();
    }

    @Test
    void a_message_with_a_picture_keeps_it_beside_what_was_recalled() {
        memories.of(MONDAY).memorize(MemorizeRequest.text("note", "My boat is called Albatros."));
        UserMessage message = UserMessage.builder()
                .name("Ana")
                .contents(List.of(
                        ImageContent.from("https://example.org/boat.png"), TextContent.from("Is this my boat?")))
                .build();
        ChatMessage augmented = MemuRetrievalAugmentor.of(memories.factory, scopes)
                .augment(new AugmentationRequest(message, Metadata.from(message, MONDAY, List.of())))
                .chatMessage();
        assertThat(augmented).isInstanceOfSatisfying(UserMessage.class, seen -> {
            assertThat(seen.name()).isEqualTo("Ana");
            assertThat(seen.contents())
                    .hasSize(3)
                    .endsWith(message.contents().get(0), message.contents().get(1));
            assertThat(seen.contents().get(0).toString()).contains("Albatros");
        });
        assertThat(Turns.spoken(augmented)).get().extracting("content").isEqualTo("Is this my boat?");
    }

    private Agent augmented(boolean keptInWindow) {
        return new Agent(store, services -> services.storeRetrievedContentInChatMemory(keptInWindow)
                .retrievalAugmentor(MemuRetrievalAugmentor.of(memories.factory, scopes)));
    }

    private Agent withTools() {
        return new Agent(store, services -> services.tools(MemuTools.of(memories.factory, scopes)));
    }

    private static AiMessage call(String tool, String arguments) {
        return AiMessage.from(ToolExecutionRequest.builder()
                .id("1")
                .name(tool)
                .arguments(arguments)
                .build());
    }

    private static String last(Agent agent) {
        List<ChatMessage> seen = agent.seen();
        return ((UserMessage) seen.get(seen.size() - 1)).singleText();
    }

    private static String toolResult(Agent agent) {
        List<ChatMessage> seen = agent.seen();
        return ((ToolExecutionResultMessage) seen.get(seen.size() - 1)).text();
    }
}
