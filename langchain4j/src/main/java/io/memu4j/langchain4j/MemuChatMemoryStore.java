package io.memu4j.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.ConfigurationException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chat memory store that also memorizes what is said. The window of messages is kept by another store, in memory by default, and given
 * back exactly as it was: with system messages, pictures, calls of tools and their results. That other store sees a {@link ConversationId}
 * as the id, so two users with the same memory id have two windows.
 *
 * <p>When the model has answered, the turn is handed to the memory in the background: the texts of the user and of the answer, appended to
 * the source that has the name of the conversation. Recalled text is left out, even where LangChain4j keeps it in the window. Turns of a
 * conversation keep their order. A failed turn stays in the queue and is tried again with the next one. If more than
 * {@link Builder#queuedTurns} wait, the caller memorizes them before it goes on, and gets the exception.
 *
 * <p>Turns in the queue are in the memory of the process only. {@link #close} memorizes them; a process that is killed loses them.
 * Deleting a window does not forget what was memorized. Thread-safe.
 */
public final class MemuChatMemoryStore implements ChatMemoryStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MemuChatMemoryStore.class);

    private final MemoryAccess access;
    private final ChatMemoryStore windows;
    private final Clock clock;
    private final int queuedTurns;
    private final Executor executor;
    private final @Nullable ExecutorService ownThread;
    private final ConcurrentMap<ConversationId, TurnQueue> queues = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private MemuChatMemoryStore(Builder choices) {
        access = choices.access;
        windows = choices.windows;
        clock = choices.clock;
        queuedTurns = choices.queuedTurns;
        if (choices.executor == null) {
            ownThread = Executors.newSingleThreadExecutor(MemuChatMemoryStore::daemon);
            executor = ownThread;
        } else {
            ownThread = null;
            executor = choices.executor;
        }
    }

    /**
     * Returns a store with default choices.
     *
     * @param memory the memory; the application closes it, after the store
     * @param scopes says whose a conversation is, by its memory id alone
     * @return the store, to close at the end
     */
    public static MemuChatMemoryStore of(MemoryServiceFactory memory, MemoryScopeResolver scopes) {
        return builder(memory, scopes).build();
    }

    /**
     * Returns a builder.
     *
     * @param memory the memory; the application closes it, after the store
     * @param scopes says whose a conversation is, by its memory id alone
     * @return the builder
     */
    public static Builder builder(MemoryServiceFactory memory, MemoryScopeResolver scopes) {
        return new Builder(new MemoryAccess(memory, scopes));
    }

    @Override
    public List<ChatMessage> getMessages(Object memoryId) {
        return windows.getMessages(idOf(memoryId));
    }

    @Override
    public void updateMessages(Object memoryId, List<ChatMessage> messages) {
        ConversationId id = idOf(memoryId);
        withQueue(id, queue -> {
            if (closed) {
                throw new IllegalStateException("The chat memory store is closed. Close it after the last call.");
            }
            List<ChatMessage> before = List.copyOf(windows.getMessages(id));
            windows.updateMessages(id, messages);
            if (queue.isIdle()) { // perhaps the first update since the program began: the window may end within a turn
                say(queue, Turns.unfinished(before));
            }
            say(queue, Turns.added(before, messages));
        });
        if (!messages.isEmpty() && Turns.finishes(messages.get(messages.size() - 1))) {
            handOver(id);
        }
    }

    @Override
    public void deleteMessages(Object memoryId) {
        ConversationId id = idOf(memoryId);
        withQueue(id, queue -> {
            windows.deleteMessages(id);
            queue.dropOpen();
        });
    }

    /**
     * Memorizes all finished turns that wait, on the calling thread.
     *
     * @throws io.memu4j.error.MemoryException the first failure, after all conversations were tried; what failed still waits
     */
    public void flush() {
        RuntimeException failure = null;
        for (var entry : queues.entrySet()) {
            try {
                memorize(entry.getKey(), entry.getValue());
            } catch (
                    RuntimeException
                            e) { // whatever it is, the other conversations are tried, and it is thrown at the end
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Memorizes what waits, unanswered messages too, and ends the own thread. Closing twice is allowed. The memory and the store of windows
     * stay open.
     *
     * @throws io.memu4j.error.MemoryException the first failure, after all conversations were tried; what failed is lost unless the store
     *     is closed again
     */
    @Override
    public void close() {
        closed = true;
        queues.forEach((id, queue) -> withQueue(id, TurnQueue::finish));
        try {
            flush();
        } finally {
            if (ownThread != null) {
                ownThread.shutdown();
            }
        }
    }

    private ConversationId idOf(Object memoryId) {
        var scope = access.scope(memoryId, null);
        return memoryId instanceof ConversationId id && id.scope().equals(scope)
                ? id
                : new ConversationId(scope, memoryId.toString());
    }

    private void say(TurnQueue queue, List<ChatMessage> messages) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (ChatMessage message : messages) {
            Turns.spoken(message).ifPresent(spoken -> queue.say(spoken.at(now)));
            if (Turns.finishes(message)) {
                queue.finish();
            }
        }
    }

    /** Does something to the queue of a conversation while nobody else does, and forgets the queue if nothing is left in it. */
    private void withQueue(ConversationId id, Consumer<TurnQueue> work) {
        for (boolean done = false; !done; ) {
            TurnQueue queue = queues.computeIfAbsent(
                    id, i -> new TurnQueue(access.memory().service(i.scope()), i.conversation(), clock.getZone()));
            synchronized (queue) {
                if (queues.get(id) == queue) {
                    try {
                        work.accept(queue);
                    } finally {
                        forgetIfIdle(id, queue);
                    }
                    done = true;
                }
            }
        }
    }

    private void forgetIfIdle(ConversationId id, TurnQueue queue) {
        synchronized (queue) {
            if (queue.isIdle()) {
                queues.remove(id, queue);
            }
        }
    }

    private void handOver(ConversationId id) {
        TurnQueue queue = queues.get(id);
        if (queue == null) {
            return;
        }
        if (queue.size() > queuedTurns) {
            memorize(id, queue);
        } else if (queue.claim()) {
            try {
                executor.execute(() -> memorizeQuietly(id, queue));
            } catch (RejectedExecutionException e) {
                memorizeQuietly(id, queue);
            }
        }
    }

    private void memorize(ConversationId id, TurnQueue queue) {
        queue.memorize();
        forgetIfIdle(id, queue);
    }

    private void memorizeQuietly(ConversationId id, TurnQueue queue) {
        try {
            memorize(id, queue);
        } catch (RuntimeException e) { // on a thread of nobody: it is told, and the turns still wait
            LOG.warn(
                    "{} turns of a conversation of {} wait: the memory failed. They are tried again with the next turn.",
                    queue.size(),
                    id.scope(),
                    e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "memu4j-langchain4j-turns");
        thread.setDaemon(true);
        return thread;
    }

    /** Collects the choices of a store. Not thread-safe. */
    public static final class Builder {
        private final MemoryAccess access;
        private ChatMemoryStore windows = new InMemoryChatMemoryStore();
        private Clock clock = Clock.systemUTC();
        private int queuedTurns = 32;
        private @Nullable Executor executor;

        private Builder(MemoryAccess access) {
            this.access = access;
        }

        /**
         * Sets the store that keeps the windows; an in-memory store by default.
         *
         * @param store sees a {@link ConversationId} as the id of each window
         * @return this builder
         */
        public Builder windows(ChatMemoryStore store) {
            this.windows = store;
            return this;
        }

        /**
         * Sets the clock that tells when a message was said; the system clock in UTC by default. "Yesterday" in a message is the day before in
         * the zone of this clock.
         *
         * @param choice the clock
         * @return this builder
         */
        public Builder clock(Clock choice) {
            this.clock = choice;
            return this;
        }

        /**
         * Sets how many finished turns of one conversation may wait; 32 by default.
         *
         * @param most at least 1
         * @return this builder
         * @throws ConfigurationException if it is less
         */
        public Builder queuedTurns(int most) {
            if (most < 1) {
                throw new ConfigurationException("queuedTurns is " + most + ". Expected at least 1.");
            }
            this.queuedTurns = most;
            return this;
        }

        /**
         * Sets the executor that memorizes; by default one daemon thread of the store, which ends when the store is closed. In a Jakarta EE
         * container, pass a {@code ManagedExecutorService}.
         *
         * @param choice the executor; the application closes it, after the store
         * @return this builder
         */
        public Builder executor(Executor choice) {
            this.executor = choice;
            return this;
        }

        /** {@return the store} */
        public MemuChatMemoryStore build() {
            return new MemuChatMemoryStore(this);
        }
    }
}
