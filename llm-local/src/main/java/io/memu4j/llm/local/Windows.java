package io.memu4j.llm.local;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text for a model that reads 512 tokens at a time. */
final class Windows {
    /** Tokens of text per window; one more at each end marks the window. */
    static final int TEXT_TOKENS = 510;

    private Windows() {}

    /** As few windows as possible, of equal length give or take one token, each between {@code first} and {@code last}. */
    static List<long[]> of(long[] tokens, long first, long last) {
        int count = Math.max(1, (tokens.length + TEXT_TOKENS - 1) / TEXT_TOKENS);
        List<long[]> windows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int start = (int) ((long) tokens.length * i / count);
            int end = (int) ((long) tokens.length * (i + 1) / count);
            long[] window = new long[end - start + 2];
            window[0] = first;
            System.arraycopy(tokens, start, window, 1, end - start);
            window[window.length - 1] = last;
            windows.add(window);
        }
        return windows;
    }
}
