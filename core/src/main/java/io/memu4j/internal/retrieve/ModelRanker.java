package io.memu4j.internal.retrieve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String[] ORDER = {"order", "numbers", "ranking", "ranked", "n"};
    private static final Prompt PROMPT = Prompt.load("rank");
    private static final AnswerSchema SCHEMA = new AnswerSchema(
            "order",
            """
            {"type":"object","additionalProperties":false,"required":["order"],\
            "properties":{"order":{"type":"array","items":{"type":"integer"}}}}""");

    private final Supplier<RetrievedRows> rows;
    private final String now;
    private final ChatGenerator model;
    private final ModelCalls calls;
    private @Nullable SearchTask ranked;
    private @Nullable ModelOrder order;

    /**
     * Makes a ranker for one request.
     *
     * @param rows makes a reader of the candidates' rows
     * @param now the present day, for the model
     */
    ModelRanker(Supplier<RetrievedRows> rows, String now, ChatGenerator model, ModelCalls calls) {
        this.rows = rows;
        this.now = now;
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
                        "now", now,
                        "query", fence.around(task.text()),
                        "candidates", fence.around(candidates.text())));
        JsonAnswer answer = JsonAnswer.read(
                model.chat(ChatRequest.of(system, prompt, MOST_TOKENS).withSchema(SCHEMA))
                        .text(),
                root -> isList(root) || new AnswerFields(root).value(ORDER).isPresent());
        Optional<List<Integer>> chosen = chosen(answer, candidates);
        if (chosen.isEmpty()) {
            calls.unusable(ModelStep.RANK);
        }
        return new ModelOrder(candidates, chosen.orElse(null));
    }

    private static boolean isList(JsonNode root) {
        return root.isArray()
                && (root.isEmpty() || root.get(0).isValueNode() || root.get(0).has("n"));
    }

    /**
     * Returns the numbers of candidates in the answer, each once; of a truncated list those before the cut. Only an empty list says that nothing
     * helps: an answer with something in its place that names no candidate is empty here, and the order of the search stands.
     */
    private static Optional<List<Integer>> chosen(JsonAnswer answer, Candidates candidates) {
        JsonNode root = answer instanceof JsonAnswer.Complete complete
                ? complete.root()
                : answer instanceof JsonAnswer.Salvaged cut ? cut.root() : MissingNode.getInstance();
        ObjectNode named = root instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        if (root.isArray()) {
            named.set(ORDER[0], root);
        }
        AnswerFields fields = new AnswerFields(named);
        List<Integer> numbers = fields.lineNumbers(ORDER).stream()
                .filter(candidates::has)
                .distinct()
                .toList();
        boolean saysNothing = answer instanceof JsonAnswer.Complete
                && fields.value(ORDER)
                        .filter(order -> order.isArray() && order.isEmpty())
                        .isPresent();
        return numbers.isEmpty() && !saysNothing ? Optional.empty() : Optional.of(numbers);
    }

    private Candidates candidates(SearchTask task, int mostTokens) {
        SearchTask wide = task.withTopK(Math.max(CANDIDATES, task.topK()));
        RetrievedRows found = rows.get();
        Candidates candidates = new Candidates(MOST_CHARACTERS - task.text().length(), mostTokens);
        for (Tier tier : Tier.values()) {
            List<SearchHit> hits = SEARCH.rank(tier, wide, found);
            found.take(tier, hits);
            candidates.add(tier, hits, RowListing.rows(tier, found, task.text()));
        }
        candidates.number();
        return candidates;
    }
}
