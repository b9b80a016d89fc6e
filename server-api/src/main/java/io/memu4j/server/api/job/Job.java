package io.memu4j.server.api.job;

import io.memu4j.memorize.MemorizeListener;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.MemoryScope;
import io.memu4j.server.api.Problem;
import io.memu4j.server.api.Refusals;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.api.view.MemorizeAnswer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One memorize that runs after its request was answered. Thread-safe. */
public final class Job {
    static final String QUEUED = "queued";
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String CANCELLED = "cancelled";

    private final String id;
    private final MemoryScope scope;
    private final List<Consumer<JobView>> watchers = new CopyOnWriteArrayList<>();
    private @Nullable CompletableFuture<MemorizeResult> work;
    private JobView view;

    Job(String id, MemoryScope scope) {
        this.id = id;
        this.scope = scope;
        this.view = new JobView(id, QUEUED, null, null, null);
    }

    /** Names the job, not its owner. */
    public String id() {
        return id;
    }

    /** Whose memory it writes. */
    MemoryScope scope() {
        return scope;
    }

    /** The state at this moment. */
    public synchronized JobView view() {
        return view;
    }

    /** Tells the state now and at every change until the job has ended. */
    public void watch(Consumer<JobView> watcher) {
        JobView now;
        synchronized (this) {
            now = view;
            if (!now.ended()) {
                watchers.add(watcher);
            }
        }
        watcher.accept(now);
    }

    /** Tells this watcher no more. */
    public void unwatch(Consumer<JobView> watcher) {
        watchers.remove(watcher);
    }

    /** Cancels before the write or not at all; whether nothing will be stored. */
    public boolean cancel() {
        CompletableFuture<MemorizeResult> running;
        synchronized (this) {
            running = work;
        }
        return running != null && running.cancel(true);
    }

    MemorizeListener listener() {
        return (step, done, total) -> set(new JobView(
                id, RUNNING, new JobView.StepView(step.name().toLowerCase(Locale.ROOT), done, total), null, null));
    }

    /** Follows the work to its end. */
    void follow(CompletableFuture<MemorizeResult> future) {
        synchronized (this) {
            work = future;
        }
        var unused = future.whenComplete((result, failure) -> {
            set(failure == null ? done(result) : failed(failure));
            watchers.clear();
        });
    }

    private JobView done(MemorizeResult result) {
        return new JobView(id, DONE, null, MemorizeAnswer.of(result), null);
    }

    private JobView failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return new JobView(id, CANCELLED, null, null, null);
        }
        RequestRefused refused = Refusals.of(cause, id);
        return new JobView(id, FAILED, null, null, Problem.of(refused, id));
    }

    private void set(JobView changed) {
        synchronized (this) {
            if (view.ended()) {
                return;
            }
            view = changed;
        }
        watchers.forEach(watcher -> watcher.accept(changed));
    }
}
