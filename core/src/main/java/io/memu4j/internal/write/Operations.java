package io.memu4j.internal.write;

import io.memu4j.config.CallBudget;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.observe.Observations;
import io.memu4j.memorize.MemorizeListener;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.ModelCallListener;
import io.memu4j.observe.MemoryOperation.Kind;
import io.memu4j.observe.Observed;
import io.memu4j.spi.llm.Models;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Carries out the writing operations of one factory. Thread-safe.
 *
 * @param executor runs embedding calls beside the calling thread
 */
public record Operations(
        Models models, ModelCallListener modelCalls, Observations observations, Clock clock, Executor executor) {
    /**
     * Carries out an operation of one scope.
     *
     * @param records counts the records of the result, for the observer
     */
    public <T> T run(
            Kind kind, MemoryScope scope, Terms terms, Function<Operation, T> work, ToLongFunction<T> records) {
        return observations.during(
                kind,
                scope,
                observed -> {
                    try (Operation operation = start(terms, observed)) {
                        return work.apply(operation);
                    }
                },
                records);
    }

    /** Carries out an operation without budget and listener that nobody can cancel. */
    public <T> T run(Kind kind, MemoryScope scope, Function<Operation, T> work, ToLongFunction<T> records) {
        Terms terms = new Terms(CallBudget.UNLIMITED, MemorizeListener.NONE, new WriteGate());
        return run(kind, scope, terms, work, records);
    }

    private Operation start(Terms terms, Observed observed) {
        ModelCalls calls = new ModelCalls(models, modelCalls, terms.budget(), terms.gate(), observed);
        return new Operation(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                calls,
                new Embedder(calls.embedding(), executor),
                terms.listener(),
                terms.gate());
    }

    /** What the caller of an operation asks for. */
    public record Terms(CallBudget budget, MemorizeListener listener, WriteGate gate) {}
}
