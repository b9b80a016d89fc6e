package io.memu4j.retrieve;

import org.jspecify.annotations.Nullable;

/**
 * What a chat model does for one request. If there is a chat model, a request with a context is always decided upon and rewritten.
 *
 * @param method who ranks, or null for the configured ranking
 * @param decide whether the model judges a question without context too: whether it needs memory, and how to phrase it; one call
 * @param checkSufficiency whether the model judges, after each list but the last, if enough was found, which ends the search. One call
 *     per list. A new question that it names costs one embedding call, and one chat call if a model ranks
 */
public record ModelUse(@Nullable RetrieveMethod method, boolean decide, boolean checkSufficiency) {
    /** What the configuration and the context ask for. */
    public static final ModelUse USUAL = new ModelUse(null, false, false);
}
