package io.memu4j.internal.observe;

import io.memu4j.model.MemoryScope;
import io.memu4j.observe.MemoryObserver;
import io.memu4j.observe.MemoryOperation;
import io.memu4j.observe.MemoryOperation.Kind;
import io.memu4j.observe.Observed;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Carries out the operations of one factory before the eyes of its observer and of the JDK's flight recorder. Thread-safe. */
public record Observations(MemoryObserver observer) {
    /** No observer. */
    public static final Observations NONE = new Observations(MemoryObserver.NONE);

    /**
     * Carries out an operation in this thread.
     *
     * @param work gets what its model calls are reported to; no exception of an observer leaves that
     * @param records counts the records of the result
     */
    public <T> T during(Kind kind, MemoryScope scope, Function<Observed, T> work, ToLongFunction<T> records) {
        try (Observed observed = begin(kind, scope)) {
            try {
                T result = work.apply(observed);
                observed.records(records.applyAsLong(result));
                return result;
            } catch (RuntimeException | Error e) { // whatever ends the operation is reported and thrown on
                observed.failed(e.getClass());
                throw e;
            }
        }
    }

    private Observed begin(Kind kind, MemoryScope scope) {
        boolean recorded = FlightEvents.wanted();
        if (observer == MemoryObserver.NONE && !recorded) {
            return Observed.NONE;
        }
        MemoryOperation operation = new MemoryOperation(kind, scope.shortHash());
        return BothObserved.of(
                HarmlessObserved.begin(() -> observer.start(operation)),
                recorded ? FlightEvents.start(operation) : Observed.NONE);
    }
}
