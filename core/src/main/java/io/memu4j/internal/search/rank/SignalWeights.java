package io.memu4j.internal.search.rank;

import io.memu4j.retrieve.Signal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The weight of each signal in each ranking; 0 where a ranking does not use it. The weights of passages were chosen on three conversations of
 * LoCoMo and rounded; {@code docs/decisions/0024} measures what each signal contributes.
 */
enum SignalWeights implements ToDoubleFunction<Signal> {
    PASSAGES,
    /** For a question that names a time and no topic. */
    DATED_PASSAGES,
    ITEMS,
    CATEGORIES,
    RESOURCES;

    private static final Map<Signal, double[]> TABLE = new EnumMap<>(Signal.class);

    static {
        // Columns: PASSAGES, DATED_PASSAGES, ITEMS, CATEGORIES, RESOURCES.
        // A category is rarely asked for in its own words, so meaning counts more there.
        row(Signal.MEANING, 0.3, 0, 0.5, 0.6, 0.02);
        row(Signal.WORDS, 0.15, 0, 0.5, 0.4, 0.02);
        row(Signal.WINDOW_MEANING, 0.35, 0, 0, 0, 0);
        row(Signal.WINDOW_WORDS, 0.2, 0, 0, 0, 0);
        row(Signal.TOPIC_WORDS, 0.3, 0, 0, 0, 0);
        // Less than any two of the above: somebody else may tell it too.
        row(Signal.SPEAKER, 0.2, 0.3, 0, 0, 0);
        // Without a topic, time outweighs all other signals together.
        row(Signal.TIME, 0.35, 1.4, 0.4, 0, 0);
        row(Signal.DECLARATIVE, 0.1, 0.1, 0, 0, 0);
        row(Signal.SUBSTANCE, 0.3, 0.25, 0, 0, 0);
        row(Signal.ENTITIES, 0.1, 0, 0, 0, 0);
        row(Signal.ANSWER_TYPE, 0.15, 0, 0, 0, 0);
        // The assistant repeats in many words what the user says in few.
        row(Signal.ROLE, 0.4, 0, 0, 0, 0);
        // A passage is found by more signals than a statement.
        row(Signal.EVIDENCE, 0, 0, 1, 0, 0);
        // Decides between items that are level otherwise; must not lift an item that is off the topic.
        row(Signal.SALIENCE, 0, 0, 0.03, 0, 0);
        // What a source is about says less than its passages whether the answer is in it.
        row(Signal.BEST_PASSAGE, 0, 0, 0, 0, 0.96);
    }

    private static void row(Signal signal, double... weights) {
        TABLE.put(signal, weights);
    }

    @Override
    public double applyAsDouble(Signal signal) {
        double[] weights = TABLE.get(signal);
        return weights == null ? 0 : weights[ordinal()];
    }
}
