package io.memu4j.internal.value;

import io.memu4j.error.InvalidInputException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the caller may attach to resources and items, and what every store and every export can give back. */
public final class CallerAttributes {
    /** The most pairs. */
    public static final int MAX_COUNT = 100;
    /** The longest key, in UTF-16 units. */
    public static final int MAX_KEY_LENGTH = 255;
    /** The longest value, in UTF-16 units. */
    public static final int MAX_VALUE_LENGTH = 8_000;

    private CallerAttributes() {}

    /**
     * A copy of them.
     *
     * @throws InvalidInputException when they break the rules above, a key is blank, or a text holds NUL or unpaired surrogates
     */
    public static Map<String, String> checked(Map<String, String> attributes) {
        String wrong = fault(attributes);
        if (wrong != null) {
            throw new InvalidInputException("The attributes " + wrong + ". Expected at most " + MAX_COUNT
                    + " pairs of a key (1 to " + MAX_KEY_LENGTH + " characters, not blank) and a value (up to "
                    + MAX_VALUE_LENGTH + "), without NUL or unpaired surrogates.");
        }
        return Map.copyOf(attributes);
    }

    /** What is wrong with them, as the end of a sentence that quotes nothing, or null. */
    public static @Nullable String fault(Map<String, String> attributes) {
        if (attributes.size() > MAX_COUNT) {
            return "are " + attributes.size();
        }
        for (Map.Entry<String, String> pair : attributes.entrySet()) {
            String wrong = fault(pair.getKey(), pair.getValue());
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable String fault(String key, String value) {
        if (key.isBlank()) {
            return "have a blank key";
        }
        if (key.length() > MAX_KEY_LENGTH) {
            return "have a key of " + key.length() + " characters";
        }
        if (value.length() > MAX_VALUE_LENGTH) {
            return "have a value of " + value.length() + " characters";
        }
        boolean storable =
                Texts.storable(key).equals(key) && Texts.storable(value).equals(value);
        return storable ? null : "have a text with NUL or unpaired surrogates";
    }
}
