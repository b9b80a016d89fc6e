package io.memu4j.benchmarks.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Means over questions of how well the messages found fit the evidence. Not thread-safe. */
final class Score {
    private int questions;
    private double recallAt5;
    private double recallAt10;
    private double recallAt20;
    private double hitAt10;
    private double reciprocalRank;

    /**
     * Counts one answer.
     *
     * @param found distinct, best first
     */
    void add(List<MessageId> found, Set<MessageId> evidence) {
        questions++;
        recallAt5 += recall(found, evidence, 5);
        recallAt10 += recall(found, evidence, 10);
        recallAt20 += recall(found, evidence, 20);
        hitAt10 += recall(found, evidence, 10) > 0 ? 1 : 0;
        for (int rank = 0; rank < found.size(); rank++) {
            if (evidence.contains(found.get(rank))) {
                reciprocalRank += 1.0 / (rank + 1);
                break;
            }
        }
    }

    double recallAt10() {
        return recallAt10 / Math.max(1, questions);
    }

    double meanReciprocalRank() {
        return reciprocalRank / Math.max(1, questions);
    }

    /** The means, between 0 and 1, under the names of the JSON form. */
    Map<String, Object> shares() {
        int n = Math.max(1, questions);
        Map<String, Object> shares = new LinkedHashMap<>();
        shares.put("questions", questions);
        shares.put("r@5", recallAt5 / n);
        shares.put("r@10", recallAt10 / n);
        shares.put("r@20", recallAt20 / n);
        shares.put("hit@10", hitAt10 / n);
        shares.put("mrr", reciprocalRank / n);
        return shares;
    }

    /** One line of the table: percentages. */
    String line(String name) {
        int n = Math.max(1, questions);
        return String.format(
                Locale.ROOT,
                "%-24s %9d %6.1f %6.1f %6.1f %6.1f %6.1f",
                name,
                questions,
                100 * recallAt5 / n,
                100 * recallAt10 / n,
                100 * recallAt20 / n,
                100 * hitAt10 / n,
                100 * reciprocalRank / n);
    }

    /** The head of the table. */
    static String head() {
        return String.format("%-24s %9s %6s %6s %6s %6s %6s", "", "questions", "R@5", "R@10", "R@20", "hit@10", "MRR");
    }

    /** The share of {@code wanted} among the first {@code k} of {@code found}. */
    static <T> double recall(List<T> found, Set<T> wanted, int k) {
        long hits = found.subList(0, Math.min(k, found.size())).stream()
                .filter(wanted::contains)
                .count();
        return (double) hits / wanted.size();
    }
}
