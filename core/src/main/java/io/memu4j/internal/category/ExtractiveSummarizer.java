package io.memu4j.internal.category;

import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.MemoryItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes summaries without a model: one bullet per item, in the words of whoever said it, the newest first. Where they do not fit in the number
 * of words, those that tell most stay. The same task on its own result
 * changes nothing. Thread-safe.
 */
public final class ExtractiveSummarizer implements CategorySummarizer {
    private final int targetWords;

    /** @param targetWords the most words of a summary, from 1 */
    public ExtractiveSummarizer(int targetWords) {
        this.targetWords = Math.max(1, targetWords);
    }

    @Override
    public boolean asksModel() {
        return false;
    }

    @Override
    public CallEstimate estimate(int tasks) {
        return CallEstimate.NOTHING;
    }

    @Override
    public List<String> summarize(List<SummaryTask> tasks, ModelCalls models) {
        return tasks.stream().map(this::summary).toList();
    }

    private String summary(SummaryTask task) {
        List<SummaryLine> newestFirst = new ArrayList<>();
        for (int i = task.added().size() - 1; i >= 0; i--) {
            append(SummaryLine.of(task.added().get(i)), newestFirst);
        }
        if (task.removed().isEmpty()) {
            SummaryLine.in(task.oldSummary()).forEach(line -> append(line, newestFirst));
        } else {
            task.remaining().stream().map(SummaryLine::of).forEach(line -> append(line, newestFirst));
        }
        newestFirst.removeIf(
                line -> task.removed().stream().anyMatch(item -> line.says(item)) && !stillHolds(line, task));
        return SummaryLine.joined(withinTarget(newestFirst));
    }

    private static boolean stillHolds(SummaryLine line, SummaryTask task) {
        List<MemoryItem> holding = new ArrayList<>(task.added());
        holding.addAll(task.remaining());
        return holding.stream().anyMatch(line::says);
    }

    /** A line that repeats a newer one is left out. */
    private static void append(SummaryLine line, List<SummaryLine> newestFirst) {
        if (newestFirst.stream().noneMatch(newer -> newer.repeats(line))) {
            newestFirst.add(line);
        }
    }

    /** What tells most stays, then what is newest; the order of the lines is kept. */
    private List<SummaryLine> withinTarget(List<SummaryLine> newestFirst) {
        List<SummaryLine> byWorth = new ArrayList<>(newestFirst);
        byWorth.sort(Comparator.comparingDouble((SummaryLine line) -> -line.worth()));
        List<SummaryLine> kept = new ArrayList<>();
        int words = 0;
        for (SummaryLine line : byWorth) {
            words += line.words();
            if (words > targetWords) {
                break;
            }
            kept.add(line);
        }
        if (kept.isEmpty() && !byWorth.isEmpty()) {
            return List.of(byWorth.get(0).shortened(targetWords));
        }
        return newestFirst.stream().filter(kept::contains).toList();
    }
}
