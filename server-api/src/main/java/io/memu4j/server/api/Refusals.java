package io.memu4j.server.api;

import io.memu4j.error.BudgetExceededException;
import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.error.ModelException;
import io.memu4j.error.NotFoundException;
import io.memu4j.error.ResourceAccessException;
import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.error.StoreException;
import io.memu4j.error.VersionConflictException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns any failure into a refusal. The one place that decides what of a failure leaves the server. */
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String LATER = "5";

    private Refusals() {}

    /**
     * Returns what the caller is told of a failure. The message of a {@link MemoryException} is told as it is: it holds no memory text. Of
     * any other failure only its id is told; the rest is logged.
     *
     * @param failure any failure
     * @param requestId names the request in the log
     * @return the refusal
     */
    public static RequestRefused of(Throwable failure, String requestId) {
        if (failure instanceof RequestRefused refused) {
            return refused;
        }
        if (failure instanceof MemoryException told) {
            RequestRefused refused = told(told);
            if (refused.status() >= 500) {
                LOG.warn("Request {} failed: {}", requestId, told.getMessage());
                LOG.debug("Request {} failed.", requestId, told);
            }
            return refused;
        }
        if (failure instanceof RejectedExecutionException) {
            return busy();
        }
        LOG.error("Request {} failed: {} at {}", requestId, failure.getClass().getName(), place(failure));
        LOG.debug("Request {} failed.", requestId, failure);
        return RequestRefused.of(
                500, "internal", "The server failed. Its log names the request by the id in 'instance'.");
    }

    /** {@return the refusal of work for which there is no room at the moment} */
    public static RequestRefused busy() {
        return RequestRefused.of(503, "busy", "The server has too much to do at the moment. Repeat the request later.")
                .withHeader("Retry-After", LATER);
    }

    private static RequestRefused told(MemoryException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof InvalidInputException) {
            return RequestRefused.malformed(message);
        }
        if (e instanceof NotFoundException) {
            return RequestRefused.of(404, "not-found", message);
        }
        if (e instanceof VersionConflictException) {
            return RequestRefused.of(412, "version-conflict", message);
        }
        if (e instanceof BudgetExceededException) {
            return RequestRefused.of(422, "budget-exceeded", message);
        }
        if (e instanceof ResourceAccessException) {
            return RequestRefused.of(422, "source-unreachable", message);
        }
        if (e instanceof EmbeddingSpaceMismatchException) {
            return RequestRefused.of(409, "embedding-space-mismatch", message);
        }
        if (e instanceof ModelException || e instanceof ModelAnswerException) {
            return retriable(e, RequestRefused.of(502, "model-failed", message));
        }
        if (e instanceof StoreException || e instanceof SchemaOutOfDateException) {
            return retriable(e, RequestRefused.of(503, "store-failed", message));
        }
        return RequestRefused.of(500, "misconfigured", message);
    }

    private static RequestRefused retriable(MemoryException e, RequestRefused refused) {
        return e.isRetriable() ? refused.withHeader("Retry-After", LATER) : refused;
    }

    /** The message of a foreign exception may hold the text it failed on; where it failed does not. */
    private static String place(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length == 0 ? "?" : frames[0].toString();
    }
}
