package io.memu4j.retrieve;

import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.CallTotals;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a memory holds that is relevant to a question. Each list is ranked by itself, best first, and has at most {@code topK} rows. Scores are
 * comparable within one list only. Immutable; lists are not modifiable. {@link #toString} shows no text.
 */
public final class RetrieveResult {
    /** Relevance from which a result is {@link #confident}. */
    public static final double CONFIDENT = 0.35;

    /** Default budget of a prompt. */
    static final int PROMPT_TOKENS = 1_500;

    private final RetrieveResultFields fields;

    private RetrieveResult(RetrieveResultFields fields) {
        this.fields = fields;
    }

    /**
     * Begins a result without rows. For searchers and tests.
     *
     * @param query the question as asked
     * @return a builder
     */
    public static Builder builder(String query) {
        return new Builder(query);
    }

    /** {@return whether the question needs memory; true if no chat model judged it} */
    public boolean needsRetrieval() {
        return fields.needsRetrieval;
    }

    /** {@return the question as asked} */
    public String originalQuery() {
        return fields.originalQuery;
    }

    /** {@return the question as searched, which a chat model may have rewritten} */
    public String rewrittenQuery() {
        return fields.rewrittenQuery;
    }

    /** {@return the question that a chat model would ask next, or null if none judged the result} */
    public @Nullable String nextStepQuery() {
        return fields.nextStepQuery;
    }

    /** {@return topics with their summaries} */
    public List<Scored<Category>> categories() {
        return fields.categories;
    }

    /** {@return statements} */
    public List<ScoredItem> items() {
        return fields.items;
    }

    /** {@return sources} */
    public List<Scored<Resource>> resources() {
        return fields.resources;
    }

    /** {@return passages of sources, ranked over the whole scope} */
    public List<ScoredPassage> passages() {
        return fields.passages;
    }

    /**
     * Returns what people said of all later answers, such as "Always answer in French" or "I prefer short walks": instructions, then
     * preferences, each nearest to the question first. They may share no word with the question. Found in talks with an assistant only, and
     * only in what a person said there.
     *
     * @return at most ten; some of them may be in {@link #passages} too
     */
    public List<ScoredPassage> standing() {
        return fields.standing;
    }

    /**
     * Returns how likely the result speaks to the question at all. It compares between questions, unlike the scores of rows, which compare
     * within a list. Estimated from words and, with the local embedding model, from meaning; the error is in
     * {@code docs/search.md#relevance}.
     *
     * @return 0 to 1; 1 if a chat model judged before all was searched that enough was found
     */
    public double relevance() {
        return fields.relevance;
    }

    /** {@return whether the memory probably holds something that speaks to the question} */
    public boolean confident() {
        return !isEmpty() && relevance() >= CONFIDENT;
    }

    /** {@return whether a reranker ordered the passages} If it failed, the passages are in the order of the search. */
    public Reranking reranking() {
        return fields.reranking;
    }

    /** {@return the model calls that were made} */
    public CallTotals calls() {
        return fields.calls;
    }

    /** {@return whether all four lists are empty} */
    public boolean isEmpty() {
        return categories().isEmpty()
                && items().isEmpty()
                && resources().isEmpty()
                && passages().isEmpty();
    }

    /**
     * Renders the result for a prompt with default options. Like {@link #toPrompt(PromptOptions)}.
     *
     * @param maxTokens the budget for everything, in estimated tokens. A token is four ASCII characters, two characters of another alphabet, or
     *     one of Chinese, Japanese or Korean
     * @return the text; empty if nothing was found or nothing fits
     */
    public String toPrompt(int maxTokens) {
        return toPrompt(PromptOptions.of(maxTokens));
    }

    /**
     * Renders the result within the budget that the request named, by default 1,500 tokens. Like {@link #toPrompt(PromptOptions)}.
     *
     * @return the text; empty if nothing was found or nothing fits
     */
    public String toPrompt() {
        return toPrompt(fields.promptTokens);
    }

    /**
     * Renders the result for a prompt and fills the budget with evidence: statements, then passages by rank, also those beyond {@code topK}.
     * The first three passages come with the messages around them. Long texts are cut to the sentences that speak to the question. What a
     * passage says is not repeated as a statement. Topics and sources come last, and take at most 15 % of the budget.
     *
     * <p>The text stands between two markers that declare it as data. Nothing in memory can end this fence: every entry is one line, and the
     * name of the markers cannot be predicted.
     *
     * @param options the budget, the counter of tokens, and the order of passages
     * @return the text; empty if nothing was found or nothing fits
     */
    public String toPrompt(PromptOptions options) {
        return PromptBlock.of(this, options);
    }

    /** Returns the statements that a prompt may show: those of the result, and more. */
    List<ScoredItem> keptItems() {
        return joined(fields.items, fields.promptRows.items());
    }

    /** Returns the passages that a prompt may show: those of the result, and more. */
    List<Passage> keptPassages() {
        return joined(fields.passages.stream().map(ScoredPassage::value).toList(), fields.promptRows.passages());
    }

    /** Returns the messages around the best passages. */
    List<Passage> surrounding() {
        return fields.promptRows.surrounding();
    }

    private static <T> List<T> joined(List<T> first, List<T> more) {
        List<T> all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetrieveResult result && result.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "RetrieveResult[" + categories().size() + " categories, " + items().size() + " items, "
                + resources().size() + " resources, " + passages().size() + " passages]";
    }

    /**
     * A topic or a source with its score. Immutable.
     *
     * @param <T> what was found
     */
    public static final class Scored<T> extends RankedRow<T> {
        private Scored(T value, double score, List<SignalShare> signals) {
            super(value, score, signals);
        }

        /**
         * Makes a row without an explanation.
         *
         * @param <T> what was found
         * @param value what was found
         * @param score higher is better
         * @return the row
         */
        public static <T> Scored<T> of(T value, double score) {
            return new Scored<>(value, score, List.of());
        }

        /**
         * Returns a copy with an explanation.
         *
         * @param shares what contributed to the score, highest share first
         * @return the copy
         */
        public Scored<T> withSignals(List<SignalShare> shares) {
            return new Scored<>(value(), score(), shares);
        }
    }

    /** A statement with its score. Immutable. */
    public static final class ScoredItem extends RankedRow<MemoryItem> {
        private final List<String> resourceIds;

        private ScoredItem(MemoryItem value, List<String> resourceIds, double score, List<SignalShare> signals) {
            super(value, score, signals);
            this.resourceIds = List.copyOf(resourceIds);
        }

        /**
         * Makes a row without an explanation.
         *
         * @param value the statement
         * @param resourceIds ids of the resources that it cites
         * @param score higher is better
         * @return the row
         */
        public static ScoredItem of(MemoryItem value, List<String> resourceIds, double score) {
            return new ScoredItem(value, resourceIds, score, List.of());
        }

        /** {@return the ids of the resources that the statement cites, in no order} */
        public List<String> resourceIds() {
            return resourceIds;
        }

        /**
         * Returns a copy with an explanation.
         *
         * @param shares what contributed to the score, highest share first
         * @return the copy
         */
        public ScoredItem withSignals(List<SignalShare> shares) {
            return new ScoredItem(value(), resourceIds, score(), shares);
        }

        @Override
        Object context() {
            return resourceIds;
        }
    }

    /** A passage with its score. Immutable. */
    public static final class ScoredPassage extends RankedRow<Passage> {
        private final Resource resource;

        private ScoredPassage(Passage value, Resource resource, double score, List<SignalShare> signals) {
            super(value, score, signals);
            this.resource = resource;
        }

        /**
         * Makes a row without an explanation.
         *
         * @param value the passage
         * @param resource the source that holds it
         * @param score higher is better
         * @return the row
         */
        public static ScoredPassage of(Passage value, Resource resource, double score) {
            return new ScoredPassage(value, resource, score, List.of());
        }

        /** {@return the source that holds the passage} */
        public Resource resource() {
            return resource;
        }

        /**
         * Returns a copy with an explanation.
         *
         * @param shares what contributed to the score, highest share first
         * @return the copy
         */
        public ScoredPassage withSignals(List<SignalShare> shares) {
            return new ScoredPassage(value(), resource, score(), shares);
        }

        @Override
        Object context() {
            return resource;
        }
    }

    /** Collects a result. Not thread-safe. Lists are copied. */
    public static final class Builder {
        private final RetrieveResultFields fields;

        private Builder(String query) {
            this.fields = new RetrieveResultFields(query);
        }

        /**
         * Sets whether the question needs memory; true by default.
         *
         * @param needed whether it does
         * @return this builder
         */
        public Builder needsRetrieval(boolean needed) {
            fields.needsRetrieval = needed;
            return this;
        }

        /**
         * Sets the question as searched; the question as asked by default.
         *
         * @param query the question
         * @return this builder
         */
        public Builder rewrittenQuery(String query) {
            fields.rewrittenQuery = query;
            return this;
        }

        /**
         * Sets the question to ask next.
         *
         * @param query the question, or null if there is none
         * @return this builder
         */
        public Builder nextStepQuery(@Nullable String query) {
            fields.nextStepQuery = query;
            return this;
        }

        /**
         * Sets the topics.
         *
         * @param rows best first
         * @return this builder
         */
        public Builder categories(List<Scored<Category>> rows) {
            fields.categories = List.copyOf(rows);
            return this;
        }

        /**
         * Sets the statements.
         *
         * @param rows best first
         * @return this builder
         */
        public Builder items(List<ScoredItem> rows) {
            fields.items = List.copyOf(rows);
            return this;
        }

        /**
         * Sets the sources.
         *
         * @param rows best first
         * @return this builder
         */
        public Builder resources(List<Scored<Resource>> rows) {
            fields.resources = List.copyOf(rows);
            return this;
        }

        /**
         * Sets the passages.
         *
         * @param rows best first
         * @return this builder
         */
        public Builder passages(List<ScoredPassage> rows) {
            fields.passages = List.copyOf(rows);
            return this;
        }

        /**
         * Sets how likely the result speaks to the question; 1 by default.
         *
         * @param likelihood 0 to 1
         * @return this builder
         */
        public Builder relevance(double likelihood) {
            fields.relevance = likelihood;
            return this;
        }

        /**
         * Sets the passages that say how all answers should be.
         *
         * @param rows best first
         * @return this builder
         */
        public Builder standing(List<ScoredPassage> rows) {
            fields.standing = List.copyOf(rows);
            return this;
        }

        /**
         * Sets what only a prompt shows, if its budget has room for it.
         *
         * @param rows statements, passages and messages
         * @return this builder
         */
        public Builder promptRows(PromptRows rows) {
            fields.promptRows = rows;
            return this;
        }

        /**
         * Sets the budget of {@link RetrieveResult#toPrompt()}.
         *
         * @param tokens the budget that the request named
         * @return this builder
         */
        public Builder promptTokens(int tokens) {
            fields.promptTokens = tokens;
            return this;
        }

        /**
         * Sets whether a reranker ordered the passages; {@link Reranking#NONE} by default.
         *
         * @param outcome what came of it
         * @return this builder
         */
        public Builder reranking(Reranking outcome) {
            fields.reranking = outcome;
            return this;
        }

        /**
         * Sets the model calls that were made; none by default.
         *
         * @param made the totals
         * @return this builder
         */
        public Builder calls(CallTotals made) {
            fields.calls = made;
            return this;
        }

        /** {@return the result; the builder can be used further} */
        public RetrieveResult build() {
            return new RetrieveResult(ValueFields.copy(fields, f -> {}));
        }
    }
}
