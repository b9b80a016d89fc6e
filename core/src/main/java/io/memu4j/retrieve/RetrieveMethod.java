package io.memu4j.retrieve;

import io.memu4j.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/** Who ranks what was found. */
public enum RetrieveMethod {
    /** Vectors and words. No chat model is called. */
    RAG,
    /** A chat model orders the best candidates of the search. One call. */
    LLM;

    /** {@return the name in lower case, as on the command line} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the method with a key.
     *
     * @param key in any case
     * @return the method
     * @throws InvalidInputException if there is no such method
     */
    public static RetrieveMethod of(String key) {
        return Arrays.stream(values())
                .filter(method -> method.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("The method '" + key + "' is unknown. Use one of rag, llm."));
    }
}
