package io.memu4j.llm.langchain4j;

import io.memu4j.internal.ingest.text.TextCutter;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts texts to what an embedding model reads, and keeps requests within a size. What a server takes is known only roughly, and texts are
 * counted only roughly: a refusal halves the limit for good. Thread-safe.
 */
final class TextLimit {
    private static final int LEAST = 64;
    private static final int QUARTERS = 4;
    /** OpenAI takes 300,000 in a request; these are estimated. */
    private static final int MOST_IN_A_REQUEST = 100_000;

    private volatile int tokens;

    /** @param tokens what the model takes; a quarter is kept free */
    TextLimit(int tokens) {
        this.tokens = Math.max(LEAST, tokens / QUARTERS * (QUARTERS - 1));
    }

    int tokens() {
        return tokens;
    }

    /** Takes note that texts of so many tokens were refused; false where they cannot get shorter. */
    synchronized boolean lower(int refused) {
        int half = Math.min(tokens, refused) / 2;
        if (half < LEAST) {
            return false;
        }
        tokens = half;
        return true;
    }

    /** The beginning of the text that fits, up to the end of a sentence or word where there is one. */
    String cut(String text) {
        long left = (long) tokens * QUARTERS;
        int at = 0;
        while (at < text.length()) {
            int end = text.offsetByCodePoints(at, 1);
            left -= quarters(text.codePointAt(at));
            if (left < 0) {
                return TextCutter.cut(text, at).get(0).stripTrailing();
            }
            at = end;
        }
        return text;
    }

    /** Texts in order, so many at most together, and no more than a request may have. */
    List<List<String>> batches(List<String> texts, int most) {
        List<List<String>> batches = new ArrayList<>();
        int from = 0;
        int size = 0;
        for (int i = 0; i < texts.size(); i++) {
            int own = Math.min(tokens, estimate(texts.get(i)));
            if (i > from && (i - from == most || size + own > MOST_IN_A_REQUEST)) {
                batches.add(texts.subList(from, i));
                from = i;
                size = 0;
            }
            size += own;
        }
        if (from < texts.size()) {
            batches.add(texts.subList(from, texts.size()));
        }
        return batches;
    }

    static int estimate(String text) {
        return io.memu4j.internal.prompt.TokenEstimate.of(text);
    }

    private static int quarters(int codePoint) {
        return io.memu4j.internal.prompt.TokenEstimate.quarters(codePoint);
    }
}
