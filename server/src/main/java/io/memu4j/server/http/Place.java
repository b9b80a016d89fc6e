package io.memu4j.server.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.atomic.AtomicBoolean;

/** The place of one request, given back when its answer is complete. */
final class Place implements AsyncListener {
    private final Runnable release;
    private final AtomicBoolean left = new AtomicBoolean();

    Place(Runnable release) {
        this.release = release;
    }

    void leave() {
        if (left.compareAndSet(false, true)) {
            release.run();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        leave();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        leave();
    }

    @Override
    public void onError(AsyncEvent event) {
        leave();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
