package io.memu4j.spring;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.SchemaOutOfDateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a start that failed because of the memory, without a stack trace. */
final class MemoryFailureAnalyzer extends AbstractFailureAnalyzer<MemoryException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, MemoryException cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof SchemaOutOfDateException) {
            return new FailureAnalysis(
                    message,
                    "Set memu.database.migrate=on-open, so that the application creates and updates the tables at its start; or"
                            + " have the operator migrate the database before.",
                    cause);
        }
        return cause instanceof ConfigurationException
                ? new FailureAnalysis(message, "Correct the settings memu.* or the beans of the application.", cause)
                : null;
    }
}
