package io.memu4j.internal.retrieve;

import io.memu4j.internal.llm.ContextShare;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.internal.llm.answer.JsonAnswer;
import io.memu4j.internal.prompt.Fence;
import io.memu4j.internal.prompt.Prompt;
import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.AnswerSchema;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The judgement of a chat model whether the rows found answer the question.
 *
 * @param next the question to search with next, when they do not
 */
record Sufficiency(boolean enough, Optional<String> next) {
    private static final Prompt PROMPT = Prompt.load("enough");
    private static final int MOST_CHARACTERS = 8_000;
    private static final int LONGEST_QUERY = 1_000;
    private static final int MOST_TOKENS = 300;
    private static final AnswerSchema SCHEMA = new AnswerSchema(
            "sufficiency",
            """
            {"type":"object","additionalProperties":false,"required":["enough","next_query"],\
            "properties":{"enough":{"type":"boolean"},"next_query":{"type":"string"}}}""");

    /**
     * Asks the model, once. An answer that cannot be read means: go on.
     *
     * @throws io.memu4j.error.ModelException when no answer came
     */
    static Sufficiency by(ChatGenerator model, ModelCalls calls, String question, String now, RetrievedRows found) {
        Fence fence = Fence.random();
        String system = PROMPT.render("system", Map.of("mark", fence.mark()));
        int instructions = TokenEstimate.of(system) + TokenEstimate.of(question) + ModelSteps.TOKENS_OF_TASK;
        String rows = listed(found, question, ContextShare.textTokens(model, instructions, MOST_TOKENS));
        String task =
                PROMPT.render("task", Map.of("now", now, "query", fence.around(question), "found", fence.around(rows)));
        JsonAnswer answer = JsonAnswer.read(
                model.chat(ChatRequest.of(system, task, MOST_TOKENS).withSchema(SCHEMA))
                        .text(),
                root -> new AnswerFields(root).truth("enough", "sufficient").isPresent());
        if (!(answer instanceof JsonAnswer.Complete complete)) {
            calls.unusable(ModelStep.DECIDE);
            return new Sufficiency(false, Optional.empty());
        }
        AnswerFields fields = new AnswerFields(complete.root());
        boolean enough = fields.truth("enough", "sufficient").orElse(false);
        Optional<String> next = fields.text("next_query")
                .map(Texts::storable)
                .filter(text -> !enough && text.length() <= LONGEST_QUERY && Decision.isQuestion(text));
        return new Sufficiency(enough, next);
    }

    private static String listed(RetrievedRows found, String question, int mostTokens) {
        StringBuilder text = new StringBuilder();
        int left = mostTokens;
        for (Tier tier : Tier.values()) {
            List<RowListing.Row> rows = RowListing.rows(tier, found, question);
            for (RowListing.Row row : rows) {
                String line = row.line() + "\n";
                int tokens = TokenEstimate.of(line);
                if (text.length() + line.length() <= MOST_CHARACTERS && tokens <= left) {
                    left -= tokens;
                    text.append(line);
                }
            }
        }
        return text.toString().stripTrailing();
    }
}
