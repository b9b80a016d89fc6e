package io.memu4j.tools;

import java.util.Map;

/**
 * What a tool answers.
 *
 * @param failed whether nothing was done; then the text is one sentence for the model, and the content is empty
 * @param text the answer for a model; recalled text in it is fenced as data
 * @param content the same as names and values: texts, numbers, booleans, lists and maps, as JSON has them
 */
public record ToolAnswer(boolean failed, String text, Map<String, Object> content) {
    static ToolAnswer done(String text, Map<String, Object> content) {
        return new ToolAnswer(false, text, content);
    }

    static ToolAnswer failed(String sentence) {
        return new ToolAnswer(true, sentence, Map.of());
    }

    /** {@return the kind and the size; never the text} */
    @Override
    public String toString() {
        return "ToolAnswer[" + (failed ? "failed" : "done") + ", " + text.length() + " characters]";
    }
}
