package io.memu4j.observe;

import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;

/**
 * Something that was begun and is being watched: an operation, or a model call in it. One thread begins and closes it; a model call may be
 * begun by another thread than its operation, and several calls may run at once.
 */
public interface Observed extends AutoCloseable {
    /** Watches nothing. */
    Observed NONE = () -> {};

    /**
     * Receives how many records an operation found, wrote or deleted. Called at most once, before {@link #close()}; not if it failed.
     *
     * @param count from 0
     */
    default void records(long count) {}

    /**
     * Receives what a model call cost. Called at most once.
     *
     * @param usage the tokens, as far as the provider reports them
     */
    default void usage(Usage usage) {}

    /**
     * Receives that it failed. The class alone: the message of a provider or a database may quote a text.
     *
     * @param failure the class of the exception that is thrown to the caller
     */
    default void failed(Class<? extends Throwable> failure) {}

    /**
     * Receives the beginning of a model call inside this operation, in the thread that makes the call. Answers that a model keeps in a
     * cache count as calls.
     *
     * @param step what the model is asked for
     * @param model the model's name
     * @return what receives the rest of the call
     */
    default Observed modelCall(ModelStep step, String model) {
        return NONE;
    }

    /** Receives the end. Called once. */
    @Override
    void close();
}
