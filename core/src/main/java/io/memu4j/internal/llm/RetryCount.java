package io.memu4j.internal.llm;

import io.memu4j.error.ModelException;

/** How often a call that failed was tried again. */
final class RetryCount {
    private RetryCount() {}

    static int of(RuntimeException failure) {
        return failure instanceof ModelException model ? model.retries() : 0;
    }
}
