package io.memu4j.llm.langchain4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Makes several calls at the same time, in daemon threads that end when idle; a single one in the caller's. Thread-safe. */
final class Parallel implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor pool;

    /** @param threads the most calls at the same time, from 1 */
    Parallel(int threads) {
        pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "memu4j-embedding");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /** The results in the order of the inputs. The first failure ends the other calls; so does an interrupt. */
    <A, B> List<B> map(List<A> inputs, Function<A, B> call) {
        if (inputs.size() < 2) {
            return inputs.stream().map(call).toList();
        }
        List<Future<B>> running = new ArrayList<>();
        inputs.forEach(input -> running.add(pool.submit(() -> call.apply(input))));
        try {
            List<B> results = new ArrayList<>(inputs.size());
            for (Future<B> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new Interruption(e);
        } finally {
            running.forEach(one -> one.cancel(true));
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
