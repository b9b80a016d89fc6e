package io.memu4j.model;

/**
 * Told about every call of a model, once, after it was seen whether its answer is usable. Called in the thread that called the model, or
 * the one that ends the operation; must be thread-safe and return soon. What it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface ModelCallListener {
    /** Wants to know nothing. */
    ModelCallListener NONE = call -> {};

    void onCall(ModelCall call);
}
