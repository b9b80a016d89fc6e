package io.memu4j.internal.redact;

import io.memu4j.config.Redactor;
import io.memu4j.error.ConfigurationException;
import io.memu4j.internal.value.Texts;
import org.jspecify.annotations.Nullable;

/** The application's redactor, or none. What it fails at is not stored. */
public final class Redaction {
    /** Changes nothing. */
    public static final Redaction NONE = new Redaction(null);

    private static final String EMPTIED = "[redacted]";

    private final @Nullable Redactor redactor;

    private Redaction(@Nullable Redactor redactor) {
        this.redactor = redactor;
    }

    public static Redaction by(@Nullable Redactor redactor) {
        return redactor == null ? NONE : new Redaction(redactor);
    }

    /** Whether anything may be taken out. */
    public boolean isOn() {
        return redactor != null;
    }

    /**
     * The text as it may be remembered.
     *
     * @throws ConfigurationException when the redactor fails
     */
    public String of(String text) {
        if (redactor == null) {
            return text;
        }
        String redacted;
        try {
            redacted = redactor.redact(text);
        } catch (RuntimeException e) {
            // Its message may quote the text, so it is not the cause.
            throw new ConfigurationException(
                    "The redactor failed with " + e.getClass().getName()
                            + ". Nothing was stored, and no model was called for this text. Mend the redactor.");
        }
        if (redacted == null) {
            throw new ConfigurationException("The redactor returned null. Have it return the text, redacted.");
        }
        String storable = Texts.storable(redacted);
        return storable.isBlank() ? EMPTIED : storable;
    }
}
