package io.memu4j.spi.llm;

import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.Usage;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a chat model. Its text is not checked: it may be empty, or not in the requested form. Immutable. {@link #toString} does not show
 * the text.
 */
public final class ChatAnswer {
    private final Fields fields;

    private ChatAnswer(Fields fields) {
        this.fields = fields;
    }

    /**
     * Makes a complete answer of the first attempt with unknown usage.
     *
     * @param text the text of the answer; may be empty
     * @return the answer
     */
    public static ChatAnswer of(String text) {
        return new ChatAnswer(new Fields(text));
    }

    /**
     * Returns a copy with a mark for an incomplete answer.
     *
     * @param stopped whether the model was stopped before its answer was complete
     * @return the copy
     */
    public ChatAnswer withCutOff(boolean stopped) {
        return copy(f -> f.cutOff = stopped);
    }

    /**
     * Returns a copy with another usage.
     *
     * @param tokens of the attempt that succeeded
     * @return the copy
     */
    public ChatAnswer withUsage(Usage tokens) {
        return copy(f -> f.usage = tokens);
    }

    /**
     * Returns a copy with another number of retries.
     *
     * @param failed attempts before the one that succeeded, from 0
     * @return the copy
     */
    public ChatAnswer withRetries(int failed) {
        return copy(f -> f.retries = failed);
    }

    /** {@return the text of the answer; may be empty} */
    public String text() {
        return fields.text;
    }

    /** {@return whether the model was stopped before its answer was complete} */
    public boolean cutOff() {
        return fields.cutOff;
    }

    /** {@return the tokens of the attempt that succeeded} */
    public Usage usage() {
        return fields.usage;
    }

    /** {@return the attempts that failed before} */
    public int retries() {
        return fields.retries;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChatAnswer that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "ChatAnswer[" + text().length() + " characters" + (cutOff() ? ", cut off" : "") + "]";
    }

    private ChatAnswer copy(Consumer<Fields> change) {
        return new ChatAnswer(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final String text;
        boolean cutOff = false;
        Usage usage = Usage.UNKNOWN;
        int retries = 0;

        Fields(String text) {
            this.text = text;
        }

        @Override
        protected List<?> compared() {
            return List.of(text, cutOff, usage, retries);
        }
    }
}
