package io.memu4j.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ModelException;
import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemuChatMemoryStoreTest {
    private static final ConversationId ID = ConversationId.of("ana", "companion", "monday");

    private final Memories memories = new Memories();
    private final Deque<Runnable> background = new ArrayDeque<>();

    @AfterEach
    void close() {
        memories.close();
    }

    private MemuChatMemoryStore.Builder builder() {
        return MemuChatMemoryStore.builder(memories.factory, MemoryScopeResolver.ofConversationId())
                .executor(background::add);
    }

    private void runBackground() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private static ChatMemory window(MemuChatMemoryStore store, int size) {
        return MessageWindowChatMemory.builder()
                .id(ID)
                .maxMessages(size)
                .chatMemoryStore(store)
                .build();
    }

    private static void turn(ChatMemory window, int number) {
        window.add(UserMessage.from("Question " + number));
        window.add(AiMessage.from("Answer " + number));
    }

    private static List<String> turns(int from, int to) {
        List<String> all = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            all.add("Question " + i);
            all.add("Answer " + i);
        }
        return all;
    }

    @Test
    void messages_come_back_exactly_as_they_were() {
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .id("7")
                .name("weather")
                .arguments("{}")
                .build();
        List<ChatMessage> messages = List.of(
                SystemMessage.from("Be kind."),
                UserMessage.from("Ana", TextContent.from("Look"), ImageContent.from("https://example.org/a.png")),
                AiMessage.builder()
                        .text("Wait")
                        .thinking("hm")
                        .toolExecutionRequests(List.of(call))
                        .build(),
                ToolExecutionResultMessage.from(call, "rain"),
                AiMessage.from("It rains."));
        try (MemuChatMemoryStore store = builder().build()) {
            store.updateMessages(ID, messages);
            assertThat(store.getMessages(ID)).isEqualTo(messages);
            store.deleteMessages(ID);
            assertThat(store.getMessages(ID)).isEmpty();
        }
        assertThat(memories.said(ID)).containsExactly("Look", "It rains.");
    }

    @Test
    void each_turn_is_memorized_once_and_in_order_while_the_window_slides() {
        try (MemuChatMemoryStore store = builder().build()) {
            ChatMemory window = window(store, 3);
            window.add(SystemMessage.from("Be kind."));
            for (int i = 1; i <= 9; i++) {
                turn(window, i);
                if (i % 2 == 0) {
                    runBackground();
                }
            }
            assertThat(memories.said(ID)).containsExactlyElementsOf(turns(1, 8));
        }
        assertThat(memories.said(ID)).containsExactlyElementsOf(turns(1, 9));
    }

    @Test
    void a_turn_is_memorized_when_it_is_finished_and_by_closing_at_the_latest() {
        MemuChatMemoryStore store = builder().build();
        ChatMemory window = window(store, 10);
        window.add(UserMessage.from("Question 1"));
        store.flush();
        assertThat(memories.said(ID)).isEmpty();
        window.add(AiMessage.from("Answer 1"));
        window.add(UserMessage.from("Question 2"));
        store.flush();
        assertThat(memories.said(ID)).containsExactlyElementsOf(turns(1, 1));
        store.close();
        store.close();
        assertThat(memories.said(ID)).containsExactly("Question 1", "Answer 1", "Question 2");
        assertThatThrownBy(() -> window.add(AiMessage.from("Answer 2"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_turn_that_began_before_a_restart_is_memorized_whole() {
        var windows = new InMemoryChatMemoryStore();
        try (MemuChatMemoryStore before = builder().windows(windows).build()) {
            turn(window(before, 10), 1);
        }
        List<ChatMessage> kept = new ArrayList<>(windows.getMessages(ID));
        kept.add(UserMessage.from("Question 2"));
        windows.updateMessages(ID, kept);
        try (MemuChatMemoryStore after = builder().windows(windows).build()) {
            window(after, 10).add(AiMessage.from("Answer 2"));
        }
        assertThat(memories.said(ID)).containsExactlyElementsOf(turns(1, 2));
    }

    @Test
    void turns_wait_while_the_memory_fails_and_a_full_queue_holds_the_caller() {
        MemuChatMemoryStore store = builder().queuedTurns(3).build();
        ChatMemory window = window(store, 10);
        memories.down(true);
        for (int i = 1; i <= 3; i++) {
            turn(window, i);
            runBackground();
        }
        assertThatThrownBy(() -> turn(window, 4)).isInstanceOf(ModelException.class);
        assertThatThrownBy(store::flush).isInstanceOf(ModelException.class);
        memories.down(false);
        turn(window, 5);
        assertThat(memories.said(ID)).as("memorized by the caller").containsExactlyElementsOf(turns(1, 5));
        assertThat(background).isEmpty();
        store.close();
    }

    @Test
    void a_turn_waits_after_a_failed_write_and_is_not_repeated_after_a_committed_one() {
        StoreException failed = StoreException.retriable("The store was told to fail.", null);
        try (MemuChatMemoryStore store = builder().build()) {
            ChatMemory window = window(store, 10);
            memories.failWith(failed);
            turn(window, 1);
            assertThatThrownBy(store::flush).isSameAs(failed);
            memories.down(false);
            store.flush();
            assertThat(memories.said(ID)).containsExactlyElementsOf(turns(1, 1));
            memories.failWith(StoreException.afterWrite("The source", failed)); // says that turn 2 is stored
            turn(window, 2);
            store.flush();
            memories.down(false);
            turn(window, 3);
        }
        assertThat(memories.said(ID)).containsExactly("Question 1", "Answer 1", "Question 3", "Answer 3");
    }

    @Test
    void a_turn_that_can_never_be_memorized_takes_no_other_with_it() {
        try (MemuChatMemoryStore store = builder().build()) {
            ChatMemory window = window(store, 10);
            memories.refuse("Question 2");
            turn(window, 1);
            turn(window, 2);
            turn(window, 3);
            store.flush();
        }
        List<String> others = turns(1, 1);
        others.addAll(turns(3, 3));
        assertThat(memories.said(ID)).containsExactlyElementsOf(others);
    }

    @Test
    void waiting_turns_claim_one_place_in_the_executor() {
        try (MemuChatMemoryStore store = builder().build()) {
            ChatMemory window = window(store, 10);
            turn(window, 1);
            turn(window, 2);
            turn(window, 3);
            assertThat(background).hasSize(1);
            runBackground();
            turn(window, 4);
            assertThat(background).hasSize(1);
        }
        assertThat(memories.said(ID)).containsExactlyElementsOf(turns(1, 4));
    }

    @Test
    void an_executor_that_refuses_leaves_the_work_to_the_caller() {
        Executor refusing = work -> {
            throw new RejectedExecutionException("full");
        };
        try (MemuChatMemoryStore store = builder().executor(refusing).build()) {
            turn(window(store, 10), 1);
            assertThat(memories.said(ID)).containsExactlyElementsOf(turns(1, 1));
        }
    }

    @Test
    void one_memory_id_of_two_users_is_two_windows() {
        String[] user = {"ana"};
        MemoryScopeResolver session = (id, parameters) -> new MemoryScope(user[0], "companion");
        try (MemuChatMemoryStore store = MemuChatMemoryStore.of(memories.factory, session)) {
            store.updateMessages("default", List.of(UserMessage.from("I am Ana."), AiMessage.from("Hello.")));
            user[0] = "bob";
            assertThat(store.getMessages("default")).isEmpty();
            store.updateMessages("default", List.of(UserMessage.from("I am Bob."), AiMessage.from("Hello.")));
            store.deleteMessages("default");
            user[0] = "ana";
            assertThat(store.getMessages("default")).hasSize(2);
        }
        assertThat(memories.said(ConversationId.of("ana", "companion", "default")))
                .containsExactly("I am Ana.", "Hello.");
        assertThat(memories.said(ConversationId.of("bob", "companion", "default")))
                .containsExactly("I am Bob.", "Hello.");
    }

    @Test
    void the_own_thread_ends_when_the_store_is_closed() throws InterruptedException {
        MemuChatMemoryStore store = MemuChatMemoryStore.of(memories.factory, MemoryScopeResolver.ofConversationId());
        turn(window(store, 10), 1);
        List<Thread> own = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("memu4j-langchain4j-turns"))
                .toList();
        assertThat(own).isNotEmpty().allMatch(Thread::isDaemon);
        store.close();
        for (Thread thread : own) {
            thread.join();
        }
        assertThat(memories.said(ID)).containsExactlyElementsOf(turns(1, 1));
    }

    @Test
    void the_window_may_be_written_anew_by_the_application() {
        try (MemuChatMemoryStore store = builder().build()) {
            store.updateMessages(ID, List.of(UserMessage.from("Question 1"), AiMessage.from("Answer 1")));
            store.updateMessages(
                    ID, List.of(AiMessage.from("Summary"), AiMessage.from("Answer 1"), UserMessage.from("Question 2")));
            store.updateMessages(
                    ID,
                    List.of(
                            AiMessage.from("Summary"),
                            AiMessage.from("Answer 1"),
                            UserMessage.from("Question 2"),
                            AiMessage.from("Answer 2")));
        }
        assertThat(memories.said(ID)).containsExactlyElementsOf(turns(1, 2));
    }

    @Test
    void a_name_that_no_store_can_keep_and_an_empty_queue_are_refused() {
        assertThatThrownBy(() -> ConversationId.of("ana", "companion", " ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ConversationId.of("ana", "companion", "a\0b"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder().queuedTurns(0)).isInstanceOf(ConfigurationException.class);
        assertThat(ID.toString()).doesNotContain("ana").endsWith("/monday");
    }
}
