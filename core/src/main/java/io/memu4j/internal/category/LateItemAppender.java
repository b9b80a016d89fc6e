package io.memu4j.internal.category;

import io.memu4j.model.MemoryItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a summary what was understood late: facts from the middle of a source the rest of which is summarized already. They are no news, so
 * nothing the summary says has to give way: each stands as a bullet of its own at the end, until the model writes the summary anew.
 */
final class LateItemAppender {
    private LateItemAppender() {}

    /**
     * The old summary with what it does not say yet, or null where that takes a model: it gets too long, or something has to go
     * that it says in other words.
     */
    static @Nullable String of(SummaryTask task, int mostWords) {
        String old = task.late() ? without(task.removed(), task.oldSummary()) : null;
        if (old == null) {
            return null;
        }
        List<SummaryLine> said = new ArrayList<>(SummaryLine.in(old));
        List<SummaryLine> missing = new ArrayList<>();
        for (MemoryItem item : task.added()) {
            SummaryLine line = SummaryLine.of(item);
            if (said.stream().noneMatch(other -> other.repeats(line))) {
                said.add(line);
                missing.add(line);
            }
        }
        String summary = joined(old.stripTrailing(), SummaryLine.joined(missing));
        return SummaryText.wordsOf(summary) <= mostWords ? summary : null;
    }

    /** The summary without the lines that say the items and nothing else, or null where an item has no such line: it may be said in other words. */
    private static @Nullable String without(List<MemoryItem> removed, String summary) {
        List<String> lines = new ArrayList<>(summary.lines().toList());
        for (MemoryItem item : removed) {
            SummaryLine line = SummaryLine.of(item);
            if (!lines.removeIf(text -> SummaryLine.in(text).stream().allMatch(line::repeats)
                    && !SummaryLine.in(text).isEmpty())) {
                return null;
            }
        }
        return String.join("\n", lines);
    }

    private static String joined(String summary, String bullets) {
        if (summary.isEmpty() || bullets.isEmpty()) {
            return summary + bullets;
        }
        boolean endsInBullet = SummaryLine.isBullet(summary.substring(summary.lastIndexOf('\n') + 1));
        return summary + (endsInBullet ? "\n" : "\n\n") + bullets;
    }
}
