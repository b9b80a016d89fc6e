package io.memu4j.internal.retrieve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.memu4j.internal.llm.ContextShare;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.internal.llm.answer.JsonAnswer;
import io.memu4j.internal.prompt.Fence;
import io.memu4j.internal.prompt.Prompt;
import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.AnswerSchema;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.search.SearchHit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a chat model choose and order rows. The search finds candidates of all tiers, and one call of the model orders them. The question and
 * the candidates together have at most {@link #MOST_CHARACTERS}, and at most what fits into the context of the model. For one request and
 * one thread.
 */
final class ModelRanker implements Ranker {
    /** Longest text of question and candidates, in UTF-16 units; with the prompt below 20,000. */
    static final int MOST_CHARACTERS = 15_000;

    private static final int CANDIDATES = 30;
    private static final int MOST_TOKENS = 600;
    private static final Prompt PROMPT = Prompt.load("rank");
    private static final AnswerSchema SCHEMA = new AnswerSchema(
            "order",
            """
            {"type":"object","additionalProperties":false,"required":["order"],\
            "properties":{"order":{"type":"array","items":{"type":"integer"}}}}""");

    private final Supplier<RetrievedRows> rows;
    private final ChatGenerator model;
    private final ModelCalls calls;
    private @Nullable SearchTask ranked;
    private @Nullable ModelOrder order;

    /**
     * Makes a ranker for one request.
     *
     * @param rows makes a reader of the candidates' rows
     */
    ModelRanker(Supplier<RetrievedRows> rows, ChatGenerator model, ModelCalls calls) {
        this.rows = rows;
        this.model = model;
        this.calls = calls;
    }

    /** @throws io.memu4j.error.ModelException when no answer came */
    @Override
    public List<SearchHit> rank(Tier tier, SearchTask task, RetrievedRows found) {
        ModelOrder known = order;
        if (known == null || !task.equals(ranked)) {
            known = ordered(task);
            order = known;
            ranked = task;
        }
        return known.of(tier, task.topK());
    }

    private ModelOrder ordered(SearchTask task) {
        Fence fence = Fence.random();
        String system = PROMPT.render("system", Map.of("mark", fence.mark(), "most", String.valueOf(task.topK())));
        int instructions = TokenEstimate.of(system) + TokenEstimate.of(task.text()) + ModelSteps.TOKENS_OF_TASK;
        Candidates candidates = candidates(task, ContextShare.textTokens(model, instructions, MOST_TOKENS));
        if (candidates.isEmpty()) {
            return new ModelOrder(candidates, null);
        }
        String prompt = PROMPT.render(
                "task",
                Map.of(
                        "query", fence.around(task.text()),
                        "candidates", fence.around(candidates.text())));
        JsonAnswer answer = JsonAnswer.read(
                model.chat(ChatRequest.of(system, prompt, MOST_TOKENS).withSchema(SCHEMA))
                        .text(),
                root -> root.isArray() || new AnswerFields(root).value("order").isPresent());
        List<Integer> numbers = numbers(answer);
        List<Integer> valid = numbers == null
                ? List.of()
                : new ArrayList<>(new LinkedHashSet<>(
                        numbers.stream().filter(candidates::has).toList()));
        boolean unusable = numbers == null || (valid.isEmpty() && !numbers.isEmpty());
        if (unusable) {
            calls.unusable(ModelStep.RANK);
        }
        return new ModelOrder(candidates, unusable ? null : valid);
    }

    /** Returns the numbers in the answer, of a truncated list those before the cut; null for an unreadable answer. */
    private static @Nullable List<Integer> numbers(JsonAnswer answer) {
        if (answer instanceof JsonAnswer.Complete complete) {
            return numbers(complete.root());
        }
        List<Integer> salvaged = answer instanceof JsonAnswer.Salvaged cut ? numbers(cut.root()) : List.of();
        return salvaged.isEmpty() ? null : salvaged;
    }

    private static List<Integer> numbers(JsonNode root) {
        if (!root.isArray()) {
            return new AnswerFields(root).integers("order");
        }
        var named = JsonNodeFactory.instance.objectNode();
        named.set("order", root);
        return new AnswerFields(named).integers("order");
    }

    private Candidates candidates(SearchTask task, int mostTokens) {
        SearchTask wide = task.withTopK(Math.max(CANDIDATES, task.topK()));
        RetrievedRows found = rows.get();
        Candidates candidates = new Candidates(MOST_CHARACTERS - task.text().length(), mostTokens);
        for (Tier tier : Tier.values()) {
            List<SearchHit> hits = SEARCH.rank(tier, wide, found);
            found.take(tier, hits);
            candidates.add(tier, hits, RowListing.rows(tier, found));
        }
        candidates.number();
        return candidates;
    }
}
