package io.memu4j.llm.local;

import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The one loaded encoder of this JVM and the threads it runs on, counted by its users. */
final class SharedEncoder {
    private static @Nullable SharedEncoder current;

    private final BertEncoder encoder;
    private final ThreadPoolExecutor threads;
    private int users;

    private SharedEncoder(BertEncoder encoder, ThreadPoolExecutor threads) {
        this.encoder = encoder;
        this.threads = threads;
    }

    /** Loads the model unless somebody has it; others wait meanwhile. Pair with {@link #release}. */
    static synchronized SharedEncoder acquire() {
        SharedEncoder shared = current;
        if (shared == null) {
            shared = new SharedEncoder(BertEncoder.load(), newThreads());
            current = shared;
        }
        shared.users++;
        return shared;
    }

    /** Frees the model when nobody else has it; waits for texts under way. */
    void release() {
        synchronized (SharedEncoder.class) {
            users--;
            if (users > 0) {
                return;
            }
            current = null;
        }
        threads.shutdown();
        encoder.close();
    }

    Future<float[]> submit(String text) {
        return threads.submit(() -> encoder.encode(text));
    }

    float[] encode(String text) {
        return encoder.encode(text);
    }

    private static ThreadPoolExecutor newThreads() {
        int processors = Runtime.getRuntime().availableProcessors();
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                processors, processors, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "memu4j-embed-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
