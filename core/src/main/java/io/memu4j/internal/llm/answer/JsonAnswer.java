package io.memu4j.internal.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * What the text of a model's answer turned out to be. Scalars are texts, whole numbers of up to 18 digits, booleans or null; any other number
 * is the nearest double, also where that is infinite or none.
 */
public sealed interface JsonAnswer {
    /**
     * All of it could be read.
     *
     * @param root an object or array that is what was asked for
     */
    record Complete(JsonNode root) implements JsonAnswer {}

    /**
     * The beginning could be read. What was not complete is left out: a list ends with its last complete entry.
     *
     * @param root what was complete, of the kind that was asked for
     * @param cutOff whether the text just ended; otherwise it is broken in the middle
     * @param reason what is wrong, to be told to people and to the model; without any of the answer's text
     */
    record Salvaged(JsonNode root, boolean cutOff, String reason) implements JsonAnswer {}

    /**
     * Nothing in it is what was asked for.
     *
     * @param reason as in {@link Salvaged}
     */
    record Unusable(String reason) implements JsonAnswer {}

    /**
     * Finds the JSON in an answer: within code fences, after thoughts, between sentences; with single quotes, trailing commas, comments and
     * unquoted names. Of several complete ones that fit, the last counts. Never throws, whatever the text; cost grows with its length alone.
     *
     * @param fits whether an object or array is what was asked for; an empty one is put to it only when no other JSON comes before it
     */
    static JsonAnswer read(String text, Predicate<JsonNode> fits) {
        return new AnswerSearch(fits).in(text);
    }
}
