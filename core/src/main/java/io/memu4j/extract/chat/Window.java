package io.memu4j.extract.chat;

import io.memu4j.extract.Gap;
import io.memu4j.extract.Place;
import io.memu4j.model.Passage;
import io.memu4j.prompt.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that goes into one call.
 *
 * @param context what came right before it
 * @param passages what statements are to be found in, at least one
 */
record Window(List<Passage> context, List<Passage> passages) {
    private static final int TOKENS_AROUND_A_LINE = 16;
    private static final int MOST_CONTEXT = 6;
    private static final int CONTEXT_SHARE = 10;

    /**
     * Cuts a text into as few windows of about the same size as possible, never within a passage: one that is larger than the limit has a
     * window of its own.
     *
     * @param before what came before the text
     * @param limit tokens of one window, without its context
     */
    static List<Window> over(List<Passage> before, List<Passage> text, int limit) {
        long total = text.stream().mapToLong(Window::tokens).sum();
        long count = (total + limit - 1) / limit;
        List<Window> windows = new ArrayList<>();
        List<Passage> current = new ArrayList<>();
        long size = 0;
        long taken = 0;
        for (Passage passage : text) {
            long tokens = tokens(passage);
            boolean full = size + tokens > limit || taken * count >= total * (windows.size() + 1);
            if (full && !current.isEmpty()) {
                windows.add(new Window(tail(before, windows, limit), current));
                current = new ArrayList<>();
                size = 0;
            }
            current.add(passage);
            size += tokens;
            taken += tokens;
        }
        if (!current.isEmpty()) {
            windows.add(new Window(tail(before, windows, limit), current));
        }
        return windows;
    }

    /** Estimate of what a passage takes in a request. */
    static int tokens(Passage passage) {
        return TOKENS_AROUND_A_LINE + Tokens.of(passage.text());
    }

    /** Both halves, cut between passages; only for a window of several. */
    List<Window> halves() {
        int middle = passages.size() / 2;
        List<Passage> left = passages.subList(0, middle);
        return List.of(
                new Window(context, left),
                new Window(
                        left.subList(Math.max(0, middle - MOST_CONTEXT), middle),
                        passages.subList(middle, passages.size())));
    }

    Window withoutContext() {
        return new Window(List.of(), passages);
    }

    int tokens() {
        return passages.stream().mapToInt(Window::tokens).sum()
                + context.stream().mapToInt(Window::tokens).sum();
    }

    Gap asGap(String reason) {
        return new Gap(Place.of(passages.get(0)), Place.of(passages.get(passages.size() - 1)), reason);
    }

    private static List<Passage> tail(List<Passage> before, List<Window> windows, int limit) {
        List<Passage> all =
                windows.isEmpty() ? before : windows.get(windows.size() - 1).passages();
        int from = all.size();
        long size = 0;
        while (from > 0 && all.size() - from < MOST_CONTEXT) {
            size += tokens(all.get(from - 1));
            if (size > limit / CONTEXT_SHARE) {
                break;
            }
            from--;
        }
        return all.subList(from, all.size());
    }
}
