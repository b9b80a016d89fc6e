package io.memu4j.internal.understand.chat;

import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.internal.understand.MissingRange;
import io.memu4j.internal.understand.PassagePosition;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that goes into one call.
 *
 * @param context what came right before it
 * @param passages what statements are to be found in, at least one
 */
record TextWindow(List<Passage> context, List<Passage> passages) {
    private static final int TOKENS_AROUND_A_LINE = 16;
    private static final int MOST_CONTEXT = 6;
    private static final int CONTEXT_SHARE = 10;

    /**
     * Cuts a text into as few windows of about the same size as possible, never within a passage, and within a message of several passages only
     * where that is larger than the limit. A passage that is larger has a window of its own.
     *
     * @param before what came before the text
     * @param limit tokens of one window, without its context
     */
    static List<TextWindow> over(List<Passage> before, List<Passage> text, int limit) {
        long total = tokens(text);
        long count = (total + limit - 1) / limit;
        List<TextWindow> windows = new ArrayList<>();
        List<Passage> current = new ArrayList<>();
        long size = 0;
        long taken = 0;
        for (List<Passage> unit : units(text, limit)) {
            long tokens = tokens(unit);
            boolean full = size + tokens > limit || taken * count >= total * (windows.size() + 1);
            if (full && !current.isEmpty()) {
                windows.add(new TextWindow(tail(before, windows, limit), current));
                current = new ArrayList<>();
                size = 0;
            }
            current.addAll(unit);
            size += tokens;
            taken += tokens;
        }
        if (!current.isEmpty()) {
            windows.add(new TextWindow(tail(before, windows, limit), current));
        }
        return windows;
    }

    /** What is not cut: the passages of a message where they fit, single ones where they do not. */
    private static List<List<Passage>> units(List<Passage> text, int limit) {
        List<List<Passage>> units = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.size(); i++) {
            if (i == text.size() || startsAMessage(text, i)) {
                List<Passage> message = text.subList(from, i);
                if (tokens(message) <= limit) {
                    units.add(message);
                } else {
                    message.forEach(passage -> units.add(List.of(passage)));
                }
                from = i;
            }
        }
        return units;
    }

    private static boolean startsAMessage(List<Passage> passages, int at) {
        return passages.get(at).index() != passages.get(at - 1).index();
    }

    private static long tokens(List<Passage> passages) {
        return passages.stream().mapToLong(TextWindow::tokens).sum();
    }

    /** Estimate of what a passage takes in a request. */
    static int tokens(Passage passage) {
        return TOKENS_AROUND_A_LINE + TokenEstimate.of(passage.text());
    }

    /** Both halves, cut between messages where one ends about there, else between passages; only for a window of several passages. */
    List<TextWindow> halves() {
        int middle = middle();
        List<Passage> left = passages.subList(0, middle);
        return List.of(
                new TextWindow(context, left),
                new TextWindow(
                        left.subList(Math.max(0, middle - MOST_CONTEXT), middle),
                        passages.subList(middle, passages.size())));
    }

    private int middle() {
        int middle = passages.size() / 2;
        for (int off = 0; off <= passages.size() / 3; off++) {
            for (int at : new int[] {middle - off, middle + off}) {
                if (at > 0 && at < passages.size() && startsAMessage(passages, at)) {
                    return at;
                }
            }
        }
        return middle;
    }

    TextWindow withoutContext() {
        return new TextWindow(List.of(), passages);
    }

    int tokens() {
        return Math.toIntExact(tokens(passages) + tokens(context));
    }

    MissingRange asGap(String reason) {
        return new MissingRange(
                PassagePosition.of(passages.get(0)), PassagePosition.of(passages.get(passages.size() - 1)), reason);
    }

    private static List<Passage> tail(List<Passage> before, List<TextWindow> windows, int limit) {
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
