package io.memu4j.micrometer;

import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.observe.MemoryOperation;
import io.memu4j.observe.Observed;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The observation of one operation or one model call. Both have the same keys: Prometheus wants that of a metric. */
final class ObservedStep implements Observed {
    private final ObservationRegistry observations;
    private final @Nullable MeterRegistry meters;
    private final String name;
    private final String model;
    private final Observation observation;
    private Observation.Scope scope = Observation.Scope.NOOP;

    private ObservedStep(
            ObservationRegistry observations,
            @Nullable MeterRegistry meters,
            String name,
            @Nullable String model,
            Enum<?> step) {
        this.observations = observations;
        this.meters = meters;
        this.name = name;
        this.model = model == null ? KeyValue.NONE_VALUE : model;
        this.observation = Observation.createNotStarted(GenAi.DURATION, observations)
                .contextualName(model == null ? name : name + " " + model)
                .lowCardinalityKeyValues(KeyValues.of(
                        GenAi.OPERATION,
                        name,
                        GenAi.MODEL,
                        this.model,
                        GenAi.STEP,
                        step.name().toLowerCase(Locale.ROOT),
                        GenAi.ERROR,
                        KeyValue.NONE_VALUE));
    }

    /** Does not begin yet. */
    static ObservedStep of(
            MemoryOperation operation, ObservationRegistry observations, @Nullable MeterRegistry meters) {
        return new ObservedStep(observations, meters, GenAi.operation(operation.kind()), null, operation.kind());
    }

    /** Adds what spans get and meters do not. */
    ObservedStep tagged(String key, String value) {
        observation.highCardinalityKeyValue(key, value);
        return this;
    }

    /** Begins, as a part of the current observation or of the parent that was set. */
    ObservedStep begun() {
        observation.start();
        scope = observation.openScope();
        return this;
    }

    @Override
    public Observed modelCall(ModelStep step, String called) {
        ObservedStep call = new ObservedStep(observations, meters, GenAi.operation(step), called, step);
        call.observation.parentObservation(observation); // this thread may not be that of the operation
        return call.begun();
    }

    @Override
    public void records(long count) {
        tagged(GenAi.RECORDS, Long.toString(count));
    }

    @Override
    public void usage(Usage usage) {
        tokens(usage.inputTokens(), GenAi.INPUT_TOKENS, "input");
        tokens(usage.outputTokens(), GenAi.OUTPUT_TOKENS, "output");
    }

    private void tokens(int count, String key, String type) {
        if (count < 0) {
            return;
        }
        tagged(key, Integer.toString(count));
        if (meters != null) {
            DistributionSummary.builder(GenAi.TOKENS)
                    .tag(GenAi.OPERATION, name)
                    .tag(GenAi.MODEL, model)
                    .tag(GenAi.TOKEN_TYPE, type)
                    .serviceLevelObjectives(GenAi.TOKEN_BOUNDS)
                    .register(meters)
                    .record(count);
        }
    }

    @Override
    public void failed(Class<? extends Throwable> failure) {
        observation.lowCardinalityKeyValue(GenAi.ERROR, failure.getName());
        observation.error(new FailedStep(failure.getName()));
    }

    @Override
    public void close() {
        scope.close();
        observation.stop();
    }

    /** Marks a span as failed; its message and its trace say nothing but the class of the failure. */
    private static final class FailedStep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedStep(String failure) {
            super(failure, null, false, false);
        }
    }
}
