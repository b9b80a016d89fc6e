package io.memu4j.spi.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat model is asked, without any conversation before it.
 *
 * @param system the rules, may be empty
 * @param user the task and the text
 * @param pictures what the task is about, may be empty
 * @param schema the shape of the answer, or null for free text
 * @param maxAnswerTokens where the answer is cut off, from 1
 */
public record ChatRequest(
        String system, String user, List<Picture> pictures, @Nullable AnswerSchema schema, int maxAnswerTokens) {
    public ChatRequest {
        pictures = List.copyOf(pictures);
    }

    /** A request for free text about a text. */
    public static ChatRequest of(String system, String user, int maxAnswerTokens) {
        return new ChatRequest(system, user, List.of(), null, maxAnswerTokens);
    }

    public ChatRequest withPictures(List<Picture> shown) {
        return new ChatRequest(system, user, shown, schema, maxAnswerTokens);
    }

    public ChatRequest withSchema(AnswerSchema wanted) {
        return new ChatRequest(system, user, pictures, wanted, maxAnswerTokens);
    }

    @Override
    public String toString() {
        return "ChatRequest[" + system.length() + " + " + user.length() + " characters, " + pictures.size()
                + " pictures]";
    }
}
