package io.memu4j.benchmarks.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Means over questions of how well the sessions found fit those of the evidence. Not thread-safe. */
final class SessionScore {
    private int questions;
    private double allAt5;
    private double allAt10;
    private double averageAt5;
    private double averageAt10;

    /** Counts one answer. */
    void add(List<Integer> found, Set<Integer> evidence) {
        questions++;
        double at5 = Score.recall(found, evidence, 5);
        double at10 = Score.recall(found, evidence, 10);
        allAt5 += at5 == 1 ? 1 : 0;
        allAt10 += at10 == 1 ? 1 : 0;
        averageAt5 += at5;
        averageAt10 += at10;
    }

    /** The share of questions whose evidence's sessions are all among the first ten. */
    double allAt10() {
        return allAt10 / Math.max(1, questions);
    }

    /** The means, between 0 and 1, under the names of the JSON form. */
    Map<String, Object> shares() {
        int n = Math.max(1, questions);
        Map<String, Object> shares = new LinkedHashMap<>();
        shares.put("all@5", allAt5 / n);
        shares.put("all@10", allAt10 / n);
        shares.put("average@5", averageAt5 / n);
        shares.put("average@10", averageAt10 / n);
        return shares;
    }

    /** One line: percentages. */
    String line() {
        int n = Math.max(1, questions);
        return String.format(
                Locale.ROOT,
                "sessions: all of the evidence @5 %.1f @10 %.1f, average @5 %.1f @10 %.1f",
                100 * allAt5 / n,
                100 * allAt10 / n,
                100 * averageAt5 / n,
                100 * averageAt10 / n);
    }
}
