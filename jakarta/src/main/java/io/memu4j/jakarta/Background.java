package io.memu4j.jakarta;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Runs what nobody waits for: on the server's managed threads where there are some, and on one daemon thread elsewhere. */
@Singleton
class Background implements Executor {
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

    /** What was handed over is done first. */
    @PreDestroy
    synchronized void close() {
        if (own != null) {
            own.shutdown();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "memu4j-background");
        thread.setDaemon(true);
        return thread;
    }
}
