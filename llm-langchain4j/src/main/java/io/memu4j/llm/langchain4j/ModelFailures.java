package io.memu4j.llm.langchain4j;

import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RetriableException;
import io.memu4j.error.ModelException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells failures of LangChain4j that may pass by themselves from those that stay. */
final class ModelFailures {
    private ModelFailures() {}

    /** The failure as ours; its own text stays in the cause, since it may quote what was sent. */
    static ModelException translated(String model, RuntimeException failure) {
        String what = model + " failed with " + failure.getClass().getSimpleName();
        return isRetriable(failure)
                ? ModelException.retriable(what + ". Try again later.", failure)
                : ModelException.permanent(
                        what + ". Check the model's name, address, key and limits; the cause says more.", failure);
    }

    private static boolean isRetriable(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof NonRetriableException) {
                return false;
            }
            if (cause instanceof RetriableException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == failure ? null : cause;
    }
}
