package io.memu4j.micrometer;

import io.memu4j.observe.MemoryObserver;
import io.memu4j.observe.MemoryOperation;
import io.memu4j.observe.Observed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reports every operation on a memory as an observation, and every model call as an observation inside it. The operation is the current
 * observation of its thread, so that observations of a data source or an HTTP client become parts of it too. Thread-safe.
 *
 * <p>Names are those of OpenTelemetry's conventions for generative AI. No observation has a text, an id of a person or the message of an
 * exception. The names of models are reported.
 */
public final class MicrometerObserver implements MemoryObserver {
    private final ObservationRegistry observations;
    private final @Nullable MeterRegistry meters;
    private final boolean storeIds;

    private MicrometerObserver(ObservationRegistry observations, @Nullable MeterRegistry meters, boolean storeIds) {
        this.observations = observations;
        this.meters = meters;
        this.storeIds = storeIds;
    }

    /**
     * Creates an observer for metrics without traces.
     *
     * @param meters gets timers of operations and model calls, and the tokens of model calls
     * @return a new observer
     */
    public static MicrometerObserver of(MeterRegistry meters) {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return of(observations, meters);
    }

    /**
     * Creates an observer.
     *
     * @param observations its handlers make timers and spans of operations and model calls
     * @param meters gets the tokens of model calls, or null
     * @return a new observer
     */
    public static MicrometerObserver of(ObservationRegistry observations, @Nullable MeterRegistry meters) {
        return new MicrometerObserver(observations, meters, false);
    }

    /**
     * Returns an observer that also reports which memory an operation is on, as {@code gen_ai.memory.store.id}: eight hexadecimal digits,
     * which stand for one user with one agent. Spans get it, meters do not.
     *
     * @return a new observer
     */
    public MicrometerObserver withStoreIds() {
        return new MicrometerObserver(observations, meters, true);
    }

    @Override
    public Observed start(MemoryOperation operation) {
        ObservedStep step = ObservedStep.of(operation, observations, meters);
        return storeIds ? step.tagged(GenAi.STORE, operation.scopeHash()).begun() : step.begun();
    }
}
