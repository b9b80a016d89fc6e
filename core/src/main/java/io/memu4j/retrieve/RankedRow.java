package io.memu4j.retrieve;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all rows of a result have. Immutable. */
abstract class RankedRow<T> {
    private final T value;
    private final double score;
    private final List<SignalShare> signals;

    RankedRow(T value, double score, List<SignalShare> signals) {
        this.value = value;
        this.score = score;
        this.signals = List.copyOf(signals);
    }

    /** {@return what was found} */
    public T value() {
        return value;
    }

    /** {@return how relevant it is; higher is better, comparable within its list only} */
    public double score() {
        return score;
    }

    /** {@return the signals that contributed to the score, highest share first; empty unless {@link RetrieveRequest#explain}} */
    public List<SignalShare> signals() {
        return signals;
    }

    /** Returns what this row is about besides its value, for {@link #equals}. */
    Object context() {
        return List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankedRow<?> row
                && row.getClass() == getClass()
                && row.value.equals(value)
                && Double.compare(row.score, score) == 0
                && row.signals.equals(signals)
                && row.context().equals(context());
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, score, signals, context());
    }

    /** Shows no text: the class of the value and the score. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + value.getClass().getSimpleName() + ", " + score + "]";
    }
}
