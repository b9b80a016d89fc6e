package io.memu4j.observe;

/**
 * Watches the operations of a factory. It must be thread-safe and return soon. An exception that it throws is logged and changes nothing.
 *
 * <p>{@code memu4j-micrometer} has one for Micrometer and, through it, for OpenTelemetry. For the account of model calls alone, with their
 * outcome, see {@link io.memu4j.model.ModelCallListener}.
 */
@FunctionalInterface
public interface MemoryObserver {
    /** Watches nothing. */
    MemoryObserver NONE = operation -> Observed.NONE;

    /**
     * Receives the beginning of an operation, in the thread that carries it out, before any model or database is asked.
     *
     * @param operation what begins
     * @return what receives the rest of it; {@link Observed#close()} is called in the same thread
     */
    Observed start(MemoryOperation operation);
}
