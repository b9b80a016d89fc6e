package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.Texts;

/**
 * The identity of an embedding model: vectors of different spaces are never compared.
 *
 * @param model the model's name, 1 to 200 characters
 * @param dimension floats per vector, from 1
 */
public record EmbeddingSpace(String model, int dimension) {
    /**
     * Checks both parts.
     *
     * @param model the name of the model, not blank
     * @param dimension the length of its vectors, from 1
     * @throws InvalidInputException when a part is out of range
     */
    public EmbeddingSpace {
        if (model.isBlank() || model.length() > 200 || dimension < 1) {
            throw new InvalidInputException(
                    "The embedding model '" + Texts.truncated(model, 200) + "' with " + dimension
                            + " dimensions is not usable. Expected a name of 1 to 200 characters and at least one dimension.");
        }
    }

    /** {@return the identity as stored: {@code model/dimension}} */
    public String key() {
        return model + "/" + dimension;
    }

    /**
     * Reads {@link #key()}.
     *
     * @param key what {@link #key()} returned
     * @return the space with this key
     * @throws IllegalArgumentException when the key was not made by {@link #key()}
     */
    public static EmbeddingSpace of(String key) {
        int slash = key.lastIndexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not the key of an embedding space: " + key);
        }
        return new EmbeddingSpace(key.substring(0, slash), Integer.parseInt(key.substring(slash + 1)));
    }
}
