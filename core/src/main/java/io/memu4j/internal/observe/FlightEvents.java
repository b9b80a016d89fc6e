package io.memu4j.internal.observe;

import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.observe.MemoryOperation;
import io.memu4j.observe.Observed;
import java.util.Locale;

/** Writes events of the JDK's flight recorder, while a recording wants them. */
final class FlightEvents {
    /** A runtime image may lack the module. */
    private static final boolean AVAILABLE =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private FlightEvents() {}

    /** Returns whether a recording wants operations or model calls. */
    static boolean wanted() {
        return AVAILABLE && (new MemoryOperationEvent().isEnabled() || new ModelCallEvent().isEnabled());
    }

    /** Begins an event. To be called only while it is {@link #wanted}. */
    static Observed start(MemoryOperation operation) {
        var event = new MemoryOperationEvent();
        event.operation = lower(operation.kind());
        event.scope = operation.scopeHash();
        event.begin();
        return new RecordedOperation(event);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private record RecordedOperation(MemoryOperationEvent event) implements Observed {
        @Override
        public void records(long count) {
            event.records = count;
        }

        @Override
        public void failed(Class<? extends Throwable> failure) {
            event.failure = failure.getName();
        }

        @Override
        public Observed modelCall(ModelStep step, String model) {
            var call = new ModelCallEvent();
            call.operation = event.operation;
            call.scope = event.scope;
            call.step = lower(step);
            call.model = model;
            call.begin();
            return new RecordedCall(call);
        }

        @Override
        public void close() {
            event.commit();
        }
    }

    private record RecordedCall(ModelCallEvent event) implements Observed {
        @Override
        public void usage(Usage usage) {
            event.inputTokens = usage.inputTokens();
            event.outputTokens = usage.outputTokens();
        }

        @Override
        public void failed(Class<? extends Throwable> failure) {
            event.failure = failure.getName();
        }

        @Override
        public void close() {
            event.commit();
        }
    }
}
