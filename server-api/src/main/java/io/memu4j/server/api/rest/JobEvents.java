package io.memu4j.server.api.rest;

import io.memu4j.server.api.job.Job;
import io.memu4j.server.api.job.JobView;
import io.memu4j.server.api.json.JsonFormat;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.function.Consumer;

/** Sends the states of a job to one listener until the job ends or the listener goes. */
final class JobEvents implements Consumer<JobView> {
    private final Job job;
    private final SseEventSink sink;
    private final Sse sse;

    JobEvents(Job job, SseEventSink sink, Sse sse) {
        this.job = job;
        this.sink = sink;
        this.sse = sse;
    }

    void begin() {
        job.watch(this);
    }

    @Override
    public synchronized void accept(JobView state) {
        if (sink.isClosed()) {
            job.unwatch(this);
            return;
        }
        var sent = sink.send(sse.newEvent("job", JsonFormat.text(state)));
        if (state.ended()) {
            var unused = sent.whenComplete((done, failure) -> close());
        }
    }

    private void close() {
        try {
            sink.close();
        } catch (IOException e) {
            job.unwatch(this); // the listener is gone, which is what closing is for
        }
    }
}
