package io.memu4j.internal.write;

import io.memu4j.config.CallBudget;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.memorize.MemorizeListener;
import io.memu4j.model.ModelCallListener;
import io.memu4j.spi.llm.Models;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;

/**
 * Starts the operations of one factory. Thread-safe.
 *
 * @param executor runs embedding calls beside the calling thread
 */
public record Operations(Models models, ModelCallListener modelCalls, Clock clock, Executor executor) {
    /** Starts an operation that must be closed. */
    public Operation start(CallBudget budget, MemorizeListener listener, WriteGate gate) {
        ModelCalls calls = new ModelCalls(models, modelCalls, budget, gate);
        return new Operation(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                calls,
                new Embedder(calls.embedding(), executor),
                listener,
                gate);
    }

    /** Starts an operation without budget and listener that nobody can cancel. */
    public Operation start() {
        return start(CallBudget.UNLIMITED, MemorizeListener.NONE, new WriteGate());
    }
}
