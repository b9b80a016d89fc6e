package io.memu4j.internal.search.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * Texts being cut into terms, many at a time on the common pool, while their reader goes on reading. Few texts are cut when they are asked
 * for. One thread adds, then finishes, then asks.
 */
public final class Analyses {
    private static final int AT_ONCE = 200;
    /** So many batches may wait; then the reader cuts one itself, so that texts do not pile up. */
    private static final int WAITING = 8;

    private final TextAnalysis analysis;
    private final Deque<ForkJoinTask<?>> waiting = new ArrayDeque<>();
    private List<Text> batch = new ArrayList<>();

    public Analyses(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /** A text, until it is cut. */
    public final class Text {
        private @Nullable String text;
        private @Nullable AnalyzedText terms;

        private Text(String text) {
            this.text = text;
        }

        /** Its terms, once all is finished. */
        public AnalyzedText terms() {
            return Objects.requireNonNull(terms);
        }

        private void cut() {
            terms = analysis.analyzed(Objects.requireNonNull(text));
            text = null;
        }
    }

    public Text add(String text) {
        Text added = new Text(text);
        batch.add(added);
        if (batch.size() == AT_ONCE) {
            List<Text> full = batch;
            batch = new ArrayList<>();
            while (!waiting.isEmpty() && waiting.element().isDone()) {
                waiting.remove().join();
            }
            if (waiting.size() < WAITING) {
                waiting.add(ForkJoinPool.commonPool().submit(() -> full.forEach(Text::cut)));
            } else {
                full.forEach(Text::cut);
            }
        }
        return added;
    }

    /** Waits until every text is cut. */
    public void finish() {
        batch.forEach(Text::cut);
        batch.clear();
        while (!waiting.isEmpty()) {
            waiting.remove().join();
        }
    }
}
