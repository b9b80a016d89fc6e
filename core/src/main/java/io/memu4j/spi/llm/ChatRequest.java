package io.memu4j.spi.llm;

import io.memu4j.internal.value.ValueFields;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request to a chat model, without earlier messages. Immutable. {@link #toString} does not show the prompt. */
public final class ChatRequest {
    private final Fields fields;

    private ChatRequest(Fields fields) {
        this.fields = fields;
    }

    /**
     * Makes a request for free text.
     *
     * @param system the rules; may be empty
     * @param user the task and its text
     * @param maxAnswerTokens the tokens after which the answer is cut off, from 1
     * @return the request
     */
    public static ChatRequest of(String system, String user, int maxAnswerTokens) {
        return new ChatRequest(new Fields(system, user, maxAnswerTokens));
    }

    /**
     * Returns a copy with pictures.
     *
     * @param shown that the task is about, in order
     * @return the copy
     */
    public ChatRequest withPictures(List<Picture> shown) {
        return copy(f -> f.pictures = List.copyOf(shown));
    }

    /**
     * Returns a copy with an expected shape of the answer.
     *
     * @param wanted the shape; the prompt says the same in words
     * @return the copy
     */
    public ChatRequest withSchema(AnswerSchema wanted) {
        return copy(f -> f.schema = wanted);
    }

    /** {@return the rules; may be empty} */
    public String system() {
        return fields.system;
    }

    /** {@return the task and its text} */
    public String user() {
        return fields.user;
    }

    /** {@return the pictures that the task is about, in order; may be empty; not modifiable} */
    public List<Picture> pictures() {
        return fields.pictures;
    }

    /** {@return the expected shape of the answer, or null for free text} */
    public @Nullable AnswerSchema schema() {
        return fields.schema;
    }

    /** {@return the tokens after which the answer is cut off, from 1} */
    public int maxAnswerTokens() {
        return fields.maxAnswerTokens;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChatRequest that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "ChatRequest[" + system().length() + " + " + user().length() + " characters, "
                + pictures().size() + " pictures]";
    }

    private ChatRequest copy(Consumer<Fields> change) {
        return new ChatRequest(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final String system;
        final String user;
        List<Picture> pictures = List.of();

        @Nullable
        AnswerSchema schema;

        final int maxAnswerTokens;

        Fields(String system, String user, int maxAnswerTokens) {
            this.system = system;
            this.user = user;
            this.maxAnswerTokens = maxAnswerTokens;
        }

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(system, user, pictures, schema, maxAnswerTokens);
        }
    }
}
