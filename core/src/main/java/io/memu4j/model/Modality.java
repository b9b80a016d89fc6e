package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/** The kind of a raw source. */
public enum Modality {
    /** Messages with a speaker. */
    CONVERSATION,
    /** A text in paragraphs. */
    DOCUMENT,
    /** A picture. */
    IMAGE,
    /** A sound recording. */
    AUDIO,
    /** A moving picture, with or without sound. */
    VIDEO;

    /** {@return the name in lower case, as written in results and on the command line} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the modality with this {@link #key()}, compared without regard to case}
     *
     * @param key a key in upper or lower case
     * @throws InvalidInputException when no modality has this key
     */
    public static Modality of(String key) {
        return Arrays.stream(values())
                .filter(m -> m.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("The modality '" + key
                        + "' is unknown. Use one of conversation, document, image, audio, video."));
    }
}
