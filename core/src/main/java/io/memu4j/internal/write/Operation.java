package io.memu4j.internal.write;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.memorize.MemorizeListener;
import io.memu4j.memorize.MemorizeListener.Step;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call that writes. Must be closed; after that no model is called, and all its model calls have been reported. One thread.
 *
 * @param now the time of all that it writes, in whole microseconds
 * @param calls its models, metered
 * @param embedder its vectors
 * @param listener gets its progress
 * @param gate decides between cancelling and writing
 */
public record Operation(Instant now, ModelCalls calls, Embedder embedder, MemorizeListener listener, WriteGate gate)
        implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Operation.class);

    /**
     * Reports progress to the listener.
     *
     * @throws java.util.concurrent.CancellationException if the operation was cancelled
     */
    public void step(Step step, int done, int total) {
        gate.checkpoint();
        try {
            listener.onStep(step, done, Math.max(total, 1));
        } catch (RuntimeException e) { // a progress bar must not decide what is remembered
            log.warn("A memorize listener failed at the step {}; memorizing goes on.", step, e);
        }
    }

    @Override
    public void close() {
        embedder.close();
        calls.totals(); // reports the calls whose answers nobody judged
    }
}
