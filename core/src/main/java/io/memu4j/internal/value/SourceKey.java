package io.memu4j.internal.value;

import io.memu4j.error.InvalidInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a source is known by: an absolute path, a URI, or a key of the caller's own. */
public final class SourceKey {
    /** The longest key, in UTF-16 units. */
    public static final int MAX_LENGTH = 4_000;

    private static final Pattern ADDRESS = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*://)([^/?#]*)([^?#]*).*");

    private SourceKey() {}

    /**
     * Returns the key as given, once it is known to be one that every store keeps.
     *
     * @throws InvalidInputException when a store could not keep it
     */
    public static String checked(String key) {
        String wrong = fault(key);
        if (wrong != null) {
            throw new InvalidInputException(
                    "The source key " + wrong + ". Expected a name such as support-chat-17: 1 to " + MAX_LENGTH
                            + " characters, not blank, without NUL or unpaired surrogates.");
        }
        return key;
    }

    /**
     * The key as people and models may see it: an address without user name, query and fragment, where passwords and signatures stand; any
     * other key as it is.
     */
    public static String shown(String key) {
        Matcher address = ADDRESS.matcher(key);
        if (!address.matches()) {
            return key;
        }
        String authority = address.group(2);
        return address.group(1) + authority.substring(authority.lastIndexOf('@') + 1) + address.group(3);
    }

    private static @Nullable String fault(String key) {
        if (key.isBlank()) {
            return "is blank";
        }
        if (key.length() > MAX_LENGTH) {
            return "has " + key.length() + " characters";
        }
        return Texts.storable(key).equals(key) ? null : "contains NUL or unpaired surrogates";
    }
}
