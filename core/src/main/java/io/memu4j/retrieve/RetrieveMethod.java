package io.memu4j.retrieve;

import io.memu4j.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/** Who puts what was found in order. */
public enum RetrieveMethod {
    /** The search alone, by meaning and words: no call of a chat model. */
    RAG,
    /** A chat model, from the best candidates of the search: one call. */
    LLM;

    /** The name in lower case, as written on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The method of that {@link #key()}.
     *
     * @throws InvalidInputException when there is none
     */
    public static RetrieveMethod of(String key) {
        return Arrays.stream(values())
                .filter(method -> method.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("The method '" + key + "' is unknown. Use one of rag, llm."));
    }
}
