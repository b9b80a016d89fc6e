package io.memu4j.benchmarks.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long memorizing and asking took, as a caller sees it. Not thread-safe. */
final class Times {
    private final List<Double> queryMillis = new ArrayList<>();
    private long messages;
    private long memorizeNanos;

    void memorized(int count, long nanos) {
        messages += count;
        memorizeNanos += nanos;
    }

    void asked(long nanos) {
        queryMillis.add(nanos / 1e6);
    }

    double messagesPerSecond() {
        return memorizeNanos == 0 ? 0 : messages / (memorizeNanos / 1e9);
    }

    /** The times of questions under the names of the JSON form. */
    Map<String, Object> queryPercentiles() {
        Map<String, Object> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", percentile(0.50));
        percentiles.put("p95", percentile(0.95));
        return percentiles;
    }

    /** One line. */
    String line() {
        return String.format(
                Locale.ROOT,
                "memorized %d messages in %.1f s (%.0f a second); question p50 %.1f ms, p95 %.1f ms",
                messages,
                memorizeNanos / 1e9,
                messagesPerSecond(),
                percentile(0.50),
                percentile(0.95));
    }

    /** Returns the smallest time that the given share of times does not exceed; 0 without times. */
    private double percentile(double share) {
        if (queryMillis.isEmpty()) {
            return 0;
        }
        List<Double> sorted = new ArrayList<>(queryMillis);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
