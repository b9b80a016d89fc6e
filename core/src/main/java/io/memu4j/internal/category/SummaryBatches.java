package io.memu4j.internal.category;

import io.memu4j.internal.prompt.DataLine;
import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.TimeBound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts tasks into as few requests as their questions and answers fit into.
 *
 * @param tokensOfSummary of a long summary; one gets no longer than about what it is made from either
 */
record SummaryBatches(int mostTokensAsked, int mostTokensAnswered, int tokensOfSummary) {
    private static final int TOKENS_OF_NAME = 30;

    /** A task as a model sees it. */
    record Asked(int position, SummaryTask task, String line) {}

    /** The tasks in order; one that is too large has a request of its own. */
    List<List<Asked>> of(List<Asked> tasks) {
        List<List<Asked>> batches = new ArrayList<>();
        List<Asked> current = new ArrayList<>();
        int question = 0;
        int answer = 0;
        for (Asked asked : tasks) {
            int size = TokenEstimate.of(asked.line());
            int summary = Math.min(tokensOfSummary, TOKENS_OF_NAME + size * 4 / 3);
            boolean full = question + size > mostTokensAsked || answer + summary > mostTokensAnswered;
            if (full && !current.isEmpty()) {
                batches.add(current);
                current = new ArrayList<>();
                question = 0;
                answer = 0;
            }
            current.add(asked);
            question += size;
            answer += summary;
        }
        if (!current.isEmpty()) {
            batches.add(current);
        }
        return batches;
    }

    /** Estimates the requests for a number of tasks, with summaries of half their greatest length. */
    int expectedRequests(int tasks) {
        return (tasks * tokensOfSummary / 2 + mostTokensAnswered - 1) / mostTokensAnswered;
    }

    Asked asked(int position, SummaryTask task) {
        int share = mostTokensAsked / 4;
        Set<String> ended = task.ended().stream().map(MemoryItem::id).collect(Collectors.toSet());
        List<MemoryItem> gone = task.removed().stream()
                .filter(item -> !ended.contains(item.id()))
                .toList();
        String line = new DataLine()
                .with("category", task.name())
                .with("about", task.description())
                .with("today", task.today() == null ? null : task.today().toString())
                .with("summary_so_far", SummaryEdit.numbered(task.oldSummary()))
                .with(task.late() ? "missed" : "new", facts(task.added(), true, 2 * share))
                .with("gone", gone.isEmpty() ? null : facts(gone, true, share))
                .with("ended", task.ended().isEmpty() ? null : facts(task.ended(), true, share))
                .with("still_true", task.remaining().isEmpty() ? null : facts(task.remaining(), false, share))
                .toString();
        return new Asked(position, task, line);
    }

    /** The newest facts that fit, in the order given. */
    private static List<Map<String, String>> facts(List<MemoryItem> items, boolean newestLast, int mostTokens) {
        List<Map<String, String>> facts = new ArrayList<>();
        int left = mostTokens;
        for (int i = 0; i < items.size() && left > 0; i++) {
            Map<String, String> fact = fact(items.get(newestLast ? items.size() - 1 - i : i));
            left -= TokenEstimate.of(fact.toString());
            facts.add(newestLast ? 0 : facts.size(), fact);
        }
        return facts;
    }

    private static Map<String, String> fact(MemoryItem item) {
        Map<String, String> fact = new LinkedHashMap<>();
        fact.put("fact", item.attributed());
        HappenedAt when = item.happenedAt();
        if (when != null) {
            fact.put("when", when.inEnglish());
        }
        if (item.saidAt() != null) {
            fact.put("said", item.saidAt().toLocalDate().toString());
        }
        TimeBound until = item.holds().until();
        if (until != null) {
            fact.put("until", SummaryLine.day(until));
        }
        return fact;
    }
}
