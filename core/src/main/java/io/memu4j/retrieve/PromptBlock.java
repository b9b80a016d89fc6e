package io.memu4j.retrieve;

import io.memu4j.internal.search.text.Excerpts;
import io.memu4j.internal.search.text.TextAnalysis;

/** A result as text for a prompt, in a token budget, fenced as data by {@link RecalledText}. */
final class PromptBlock {
    private PromptBlock() {}

    /** Returns the block, or an empty text where nothing was found or nothing fits. */
    static String of(RetrieveResult result, PromptOptions options) {
        if (options.maxTokens() <= 0) {
            return "";
        }
        int left = options.maxTokens() - options.counter().count(RecalledText.frame("")) - 1;
        try (TextAnalysis analysis = new TextAnalysis()) {
            PromptLines lines =
                    new PromptLines(new Excerpts(result.rewrittenQuery(), analysis, options.counter()::count));
            while (left > 0) {
                String body = new PromptSelection(result, options, lines).body(left);
                if (body.isEmpty()) {
                    return "";
                }
                String block = RecalledText.frame(body);
                int over = options.counter().count(block) - options.maxTokens();
                if (over <= 0) {
                    return block;
                }
                left -= over; // the count of the whole is more than the sum of its lines
            }
        }
        return "";
    }
}
