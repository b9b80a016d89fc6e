package io.memu4j.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Tells whether the cost of reading a text grows faster than the text. Measures the processor time of this thread, at sizes where it is not
 * noise, so that other load does not count.
 */
final class Growth {
    private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();
    private static final int SMALLEST = 32;
    /** Pieces of a text may cost more than their length as long as pieces are bounded: no passage is longer. */
    private static final int LONGEST_PIECE = 8_192;

    private static final int SIZES = 10;
    /** Below that the clock says little. */
    private static final long NOISE_NANOS = 2_000_000;

    private static final int FACTOR = 4;
    /** Four times the text costs 4 times as much where it is linear, 16 times where it is quadratic. */
    private static final double MOST = 9;

    private static final int ATTEMPTS = 2;

    private Growth() {}

    /** What grows too fast, or empty; tries ten sizes, each double the one before, until one costs enough to compare it with a larger. */
    static Optional<String> tooFast(Consumer<String> reader, IntFunction<String> text) {
        int size = SMALLEST;
        long cost = cost(reader, text.apply(size));
        for (int i = 1; i < SIZES && (cost < NOISE_NANOS || size < LONGEST_PIECE); i++) {
            size *= 2;
            cost = cost(reader, text.apply(size));
        }
        if (cost < NOISE_NANOS) {
            return Optional.empty();
        }
        String smaller = text.apply(size);
        String larger = text.apply(FACTOR * size);
        double growth = Double.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && growth > MOST; i++) {
            long much = cost(reader, larger);
            long little = Math.max(Math.min(cost(reader, smaller), cost(reader, smaller)), NOISE_NANOS / 4);
            growth = Math.min(growth, (double) much / little);
        }
        return growth <= MOST
                ? Optional.empty()
                : Optional.of(FACTOR + " times " + size + " characters cost " + Math.round(growth) + " times as much");
    }

    private static long cost(Consumer<String> reader, String text) {
        long start = TIME.getCurrentThreadCpuTime();
        reader.accept(text);
        return TIME.getCurrentThreadCpuTime() - start;
    }
}
