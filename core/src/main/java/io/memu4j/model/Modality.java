package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/** The kind of a raw source. */
public enum Modality {
    CONVERSATION,
    DOCUMENT,
    IMAGE,
    AUDIO,
    VIDEO;

    /** The name in lower case, as written in results and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The modality of that {@link #key()}.
     *
     * @throws InvalidInputException when there is none
     */
    public static Modality of(String key) {
        return Arrays.stream(values())
                .filter(m -> m.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("The modality '" + key
                        + "' is unknown. Use one of conversation, document, image, audio, video."));
    }
}
