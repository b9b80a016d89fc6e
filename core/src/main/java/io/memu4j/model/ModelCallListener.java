package io.memu4j.model;

/**
 * Receives the account of every call of a model, once, when the outcome of the call is known.
 *
 * <p>It runs in the thread that called the model or in the thread that ends the operation. It must be thread-safe and return soon. An
 * exception that it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface ModelCallListener {
    /** Ignores all calls. */
    ModelCallListener NONE = call -> {};

    /**
     * Receives one call.
     *
     * @param call the finished call, with its outcome
     */
    void onCall(ModelCall call);
}
