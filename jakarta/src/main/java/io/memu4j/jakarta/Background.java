package io.memu4j.jakarta;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks whose caller does not wait: on the server's managed threads where it has them, otherwise on one daemon thread. */
@Singleton
class Background implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final String MANAGED = "java:comp/DefaultManagedExecutorService";

    private @Nullable ExecutorService own;

    /** Returns the server's managed threads. */
    Optional<Executor> managed() {
        return JndiLookup.find(MANAGED, Executor.class);
    }

    @Override
    public void execute(Runnable work) {
        managed().orElseGet(this::own).execute(work);
    }

    private synchronized Executor own() {
        if (own == null) {
            own = Executors.newSingleThreadExecutor(Background::daemon);
        }
        return own;
    }

    /** Waits until what was handed to the own thread is done. The server ends its threads itself. */
    void finish(Duration longest) {
        ExecutorService ended = close();
        if (ended != null) {
            try {
                if (!ended.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("Work in the background did not end within {} s.", longest.toSeconds());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @PreDestroy
    void destroy() {
        close();
    }

    private synchronized @Nullable ExecutorService close() {
        if (own != null) {
            own.shutdown();
        }
        return own;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "memu4j-background");
        thread.setDaemon(true);
        return thread;
    }
}
