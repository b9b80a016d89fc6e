package io.memu4j.llm.langchain4j;

import io.memu4j.error.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /**
     * The results in the order of the inputs. The first failure ends the other calls; so does an interrupt, and {@link #close}.
     *
     * @throws ModelException retriable when the thread is interrupted, which stays so; permanent once this is closed
     */
    <A, B> List<B> map(Endpoint endpoint, List<A> inputs, Function<A, B> call) {
        if (pool.isShutdown()) {
            throw closed(endpoint, null);
        }
        if (inputs.size() < 2) {
            return inputs.stream().map(call).toList();
        }
        List<Future<B>> running = new ArrayList<>();
        try {
            inputs.forEach(input -> running.add(pool.submit(() -> call.apply(input))));
            List<B> results = new ArrayList<>(inputs.size());
            for (Future<B> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (RejectedExecutionException | CancellationException e) { // nobody but close does either
            throw closed(endpoint, e);
        } catch (ExecutionException e) {
            throw failed(endpoint, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ModelFailures.interrupted(endpoint, e);
        } finally {
            running.forEach(one -> one.cancel(true));
        }
    }

    private RuntimeException failed(Endpoint endpoint, @Nullable Throwable cause) {
        if (pool.isShutdown()) {
            return closed(endpoint, cause);
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private static ModelException closed(Endpoint endpoint, @Nullable Throwable cause) {
        return ModelException.permanent(
                endpoint.subject() + " was not asked to the end: it was closed. Keep the factory open for as long as"
                        + " memory is used.",
                cause);
    }

    /** Ends the calls under way, and whoever waits for them. */
    @Override
    public void close() {
        for (Runnable waiting : pool.shutdownNow()) {
            if (waiting instanceof Future<?> future) {
                future.cancel(false);
            }
        }
    }
}
