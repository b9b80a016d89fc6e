package io.memu4j.internal.write;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The threads that embed beside the calling ones: those of the application, or daemon threads of our own that end when idle.
 *
 * @param own the threads to close, or null if they are the application's
 */
public record EmbeddingThreads(Executor executor, @Nullable ExecutorService own) implements AutoCloseable {
    /**
     * Takes the threads of the application where it has chosen some.
     *
     * @param chosen the application's executor, or null for threads of our own
     */
    public static EmbeddingThreads of(@Nullable Executor chosen) {
        if (chosen != null) {
            return new EmbeddingThreads(chosen, null);
        }
        ExecutorService own = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "memu4j-embedding");
            thread.setDaemon(true);
            return thread;
        });
        return new EmbeddingThreads(own, own);
    }

    /** Ends threads of our own; embedding calls under way go on until their operation ends. */
    @Override
    public void close() {
        if (own != null) {
            own.shutdown();
        }
    }
}
