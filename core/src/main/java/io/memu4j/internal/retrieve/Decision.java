package io.memu4j.internal.retrieve;

import io.memu4j.internal.llm.ContextShare;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.internal.llm.answer.JsonAnswer;
import io.memu4j.internal.prompt.DataLine;
import io.memu4j.internal.prompt.Fence;
import io.memu4j.internal.prompt.Prompt;
import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.ModelStep;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.spi.llm.AnswerSchema;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The decision whether a question needs memory, and the question to search with.
 *
 * @param query a wording that is understandable without the conversation around it
 */
record Decision(boolean needsRetrieval, String query) {
    private static final Prompt PROMPT = Prompt.load("decide");
    private static final int MOST_CONTEXT = 8_000;
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_QUERY = 1_000;
    private static final int MOST_TOKENS = 400;
    private static final AnswerSchema SCHEMA = new AnswerSchema(
            "decision",
            """
            {"type":"object","additionalProperties":false,"required":["retrieve","query"],\
            "properties":{"retrieve":{"type":"boolean"},"query":{"type":"string"}}}""");

    /** The question is searched as it stands. */
    static Decision asAsked(RetrieveRequest request) {
        return new Decision(true, request.query());
    }

    /**
     * Asks the model, once. An answer that cannot be read counts as none: the question is searched as it stands.
     *
     * @throws io.memu4j.error.ModelException when no answer came
     */
    static Decision by(ChatGenerator model, ModelCalls calls, RetrieveRequest request, String now) {
        Fence fence = Fence.random();
        String system = PROMPT.render("system", Map.of("mark", fence.mark()));
        String query = fence.around(request.query());
        int instructions = TokenEstimate.of(system) + TokenEstimate.of(query) + ModelSteps.TOKENS_OF_TASK;
        int mostTokens = ContextShare.textTokens(model, instructions, MOST_TOKENS);
        String task = request.context().isEmpty()
                ? PROMPT.render("task_without_context", Map.of("now", now, "query", query))
                : PROMPT.render(
                        "task",
                        Map.of(
                                "now",
                                now,
                                "context",
                                fence.around(context(request.context(), mostTokens)),
                                "query",
                                query));
        ChatRequest question = ChatRequest.of(system, task, MOST_TOKENS).withSchema(SCHEMA);
        JsonAnswer answer = JsonAnswer.read(
                model.chat(question).text(),
                root -> new AnswerFields(root).truth("retrieve").isPresent());
        if (!(answer instanceof JsonAnswer.Complete complete)) {
            calls.unusable(ModelStep.DECIDE);
            return asAsked(request);
        }
        AnswerFields fields = new AnswerFields(complete.root());
        boolean needed = fields.truth("retrieve").orElse(true);
        String rewritten = fields.text("query")
                .map(Texts::storable)
                .filter(text -> text.length() <= LONGEST_QUERY && isQuestion(text))
                .orElse(request.query());
        return new Decision(needed, needed ? rewritten : request.query());
    }

    /** Whether the text has words: a model may copy the form it was shown, {@code ...} or {@code QUESTION}. */
    static boolean isQuestion(String text) {
        boolean isPlaceholder = text.chars().noneMatch(Character::isLowerCase)
                && text.chars().anyMatch(Character::isUpperCase)
                && text.indexOf(' ') < 0;
        return text.codePoints().anyMatch(Character::isLetterOrDigit) && !isPlaceholder;
    }

    /** The last messages that fit. */
    private static String context(List<ConversationMessage> messages, int mostTokens) {
        Deque<String> lines = new ArrayDeque<>();
        int length = 0;
        int tokens = 0;
        for (int i = messages.size() - 1; i >= 0; i--) {
            ConversationMessage message = messages.get(i);
            String line = new DataLine()
                    .with("role", message.role())
                    .with("name", message.name())
                    .with("text", Texts.truncated(message.content(), LONGEST_MESSAGE))
                    .toString();
            length += line.length() + 1;
            tokens += TokenEstimate.of(line);
            boolean full = length > MOST_CONTEXT || tokens > mostTokens;
            if (full && !lines.isEmpty()) {
                break;
            }
            lines.addFirst(line);
        }
        return String.join("\n", lines);
    }
}
