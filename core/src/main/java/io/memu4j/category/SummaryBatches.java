package io.memu4j.category;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.prompt.DataLine;
import io.memu4j.prompt.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts tasks into as few requests as their questions and answers fit into. */
record SummaryBatches(int mostTokensAsked, int mostTokensAnswered, int tokensOfSummary) {
    /** A task as a model sees it. */
    record Asked(int position, SummaryTask task, String line) {}

    /** The tasks in order; one that is too large has a request of its own. */
    List<List<Asked>> of(List<Asked> tasks) {
        int most = mostTasks();
        List<List<Asked>> batches = new ArrayList<>();
        List<Asked> current = new ArrayList<>();
        int tokens = 0;
        for (Asked asked : tasks) {
            int size = Tokens.of(asked.line());
            if (!current.isEmpty() && (tokens + size > mostTokensAsked || current.size() == most)) {
                batches.add(current);
                current = new ArrayList<>();
                tokens = 0;
            }
            current.add(asked);
            tokens += size;
        }
        if (!current.isEmpty()) {
            batches.add(current);
        }
        return batches;
    }

    /** How many summaries fit into one answer. */
    int mostTasks() {
        return Math.max(1, mostTokensAnswered / tokensOfSummary);
    }

    Asked asked(int position, SummaryTask task) {
        int share = mostTokensAsked / 4;
        String line = new DataLine()
                .with("category", task.name())
                .with("about", task.description())
                .with("summary_so_far", task.oldSummary())
                .with("new", facts(task.added(), true, 2 * share))
                .with("gone", task.removed().isEmpty() ? null : facts(task.removed(), true, share))
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
            left -= Tokens.of(fact.toString());
            facts.add(newestLast ? 0 : facts.size(), fact);
        }
        return facts;
    }

    private static Map<String, String> fact(MemoryItem item) {
        Map<String, String> fact = new LinkedHashMap<>();
        fact.put("fact", item.summary());
        HappenedAt when = item.happenedAt();
        if (when != null) {
            fact.put("when", SummaryLine.date(when));
        }
        return fact;
    }
}
