package io.memu4j.retrieve;

import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.CallTotals;
import io.memu4j.model.Category;
import io.memu4j.model.Resource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a {@link RetrieveResult}. */
final class RetrieveResultFields extends ValueFields {
    final String originalQuery;
    String rewrittenQuery;
    boolean needsRetrieval = true;

    @Nullable
    String nextStepQuery;

    List<RetrieveResult.Scored<Category>> categories = List.of();
    List<RetrieveResult.ScoredItem> items = List.of();
    List<RetrieveResult.Scored<Resource>> resources = List.of();
    List<RetrieveResult.ScoredPassage> passages = List.of();
    List<RetrieveResult.ScoredPassage> standing = List.of();
    PromptRows promptRows = PromptRows.NONE;
    int promptTokens = RetrieveResult.PROMPT_TOKENS;
    double relevance = 1;
    Reranking reranking = Reranking.NONE;
    CallTotals calls = CallTotals.NONE;

    RetrieveResultFields(String query) {
        this.originalQuery = query;
        this.rewrittenQuery = query;
    }

    @Override
    protected List<@Nullable Object> compared() {
        return Arrays.asList(
                originalQuery,
                rewrittenQuery,
                needsRetrieval,
                nextStepQuery,
                categories,
                items,
                resources,
                passages,
                standing,
                promptRows,
                promptTokens,
                relevance,
                reranking,
                calls);
    }
}
