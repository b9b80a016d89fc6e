package io.memu4j.internal.observe;

import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.observe.Observed;

/** Reports to two. What began last ends first. */
record BothObserved(Observed first, Observed second) implements Observed {
    static Observed of(Observed first, Observed second) {
        if (second == NONE) {
            return first;
        }
        return first == NONE ? second : new BothObserved(first, second);
    }

    @Override
    public void records(long count) {
        first.records(count);
        second.records(count);
    }

    @Override
    public void usage(Usage usage) {
        first.usage(usage);
        second.usage(usage);
    }

    @Override
    public void failed(Class<? extends Throwable> failure) {
        first.failed(failure);
        second.failed(failure);
    }

    @Override
    public Observed modelCall(ModelStep step, String model) {
        return of(first.modelCall(step, model), second.modelCall(step, model));
    }

    @Override
    public void close() {
        second.close();
        first.close();
    }
}
