package io.memu4j.internal.category;

import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.MemoryItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes summaries without a model: one bullet per item, in the words of whoever said it, the newest first, and at the end what held until
 * some time. Where they do not fit in the number of words, what is new stays, then what tells most. The same task on its own result changes
 * nothing. Thread-safe.
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
        int fresh = newestFirst.size();
        List<SummaryLine> known = SummaryLine.in(task.oldSummary());
        if (task.removed().isEmpty()) {
            known.stream().filter(line -> !line.isEnded()).forEach(line -> append(line, newestFirst));
        } else {
            task.remaining().stream().map(SummaryLine::of).forEach(line -> append(line, newestFirst));
        }
        newestFirst.removeIf(line -> isGone(line, task));
        List<SummaryLine> ended = new ArrayList<>();
        for (MemoryItem item : task.ended()) {
            if (item.holds().until() != null) {
                append(SummaryLine.ended(item, item.holds().until()), ended);
            }
        }
        known.stream()
                .filter(SummaryLine::isEnded)
                .filter(line -> !isGone(line, task))
                .forEach(line -> append(line, ended));
        ended.removeIf(line -> newestFirst.stream().anyMatch(line::repeats));
        return SummaryLine.joined(withinTarget(newestFirst, Math.min(fresh, newestFirst.size()), ended));
    }

    private static boolean isGone(SummaryLine line, SummaryTask task) {
        return task.removed().stream().anyMatch(line::says) && !stillHolds(line, task);
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

    /** What is new stays, then what tells most, then what is newest, and what has ended where there is room; the order of the lines is kept. */
    private List<SummaryLine> withinTarget(List<SummaryLine> newestFirst, int fresh, List<SummaryLine> ended) {
        List<SummaryLine> byWorth = new ArrayList<>(newestFirst);
        byWorth.sort(Comparator.comparing(
                        (SummaryLine line) -> !newestFirst.subList(0, fresh).contains(line))
                .thenComparingDouble(line -> -line.worth()));
        byWorth.addAll(ended);
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
        return Stream.concat(newestFirst.stream(), ended.stream())
                .filter(kept::contains)
                .toList();
    }
}
