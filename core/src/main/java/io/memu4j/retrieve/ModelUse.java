package io.memu4j.retrieve;

import org.jspecify.annotations.Nullable;

/**
 * What a chat model does for a request. A request with a context is always decided upon and put anew where there is a chat model.
 *
 * @param method who ranks, or null for the configured one
 * @param decide whether the model also judges a question without context: if it needs memory at all, and how to put it
 * @param checkSufficiency whether the model judges after each list but the last if that is enough, which ends the search; one call each, and
 *     for each new question it goes on with one embedding call, and one to order where a model ranks
 */
public record ModelUse(@Nullable RetrieveMethod method, boolean decide, boolean checkSufficiency) {
    /** No more than the configuration and the context ask for. */
    public static final ModelUse USUAL = new ModelUse(null, false, false);
}
