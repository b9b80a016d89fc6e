package io.memu4j.internal.category;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.llm.ContextShare;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.internal.llm.answer.JsonAnswer;
import io.memu4j.internal.prompt.Fence;
import io.memu4j.internal.prompt.Prompt;
import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.model.Category;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.AnswerSchema;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes summaries with a chat model, all of an operation's in one call where they fit. The model answers with the lines that change, see
 * {@link SummaryEdit}. What was understood late is added to a summary without a call, see {@link LateItemAppender}. A summary of which the
 * model gives no usable change is written by the rules of {@link ExtractiveSummarizer}; the model is not asked again. Thread-safe.
 */
public final class ChatSummarizer implements CategorySummarizer {
    private static final Prompt PROMPT = Prompt.load("summarize");
    private static final AnswerSchema SCHEMA = new AnswerSchema(
            "summaries",
            "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"summaries\"],\"properties\":{"
                    + "\"summaries\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"additionalProperties\":false,"
                    + "\"required\":[\"category\",\"remove\",\"add\"],\"properties\":{\"category\":{\"type\":\"string\"},"
                    + "\"remove\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}},"
                    + "\"add\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}}}}");
    private static final int TOKENS_OF_NAME = 30;
    private static final int TOKENS_OF_TASK = 100;

    private final MemorizeConfig config;
    private final ExtractiveSummarizer rules;
    private final SummaryBatches batches;
    private final String system;
    private final ContextShare share;

    /**
     * Prepares the instructions; asks nothing.
     *
     * @param config with the target length and the instructions for categories
     * @param model for {@link ModelStep#SUMMARIZE}
     * @throws ConfigurationException when its context has no room for a summary beside the instructions
     */
    public ChatSummarizer(MemorizeConfig config, ChatGenerator model) {
        this.config = config;
        this.rules = new ExtractiveSummarizer(config.summaryTargetWords());
        this.system = PROMPT.render("system", Map.of("words", String.valueOf(config.summaryTargetWords())));
        int answer = config.understanding().answerTokens();
        int question = Math.max(config.understanding().windowTokens(), answer);
        this.share = ContextShare.of(model, tokensAround(), question, answer);
        this.batches = new SummaryBatches(
                share.textTokens(), share.answerTokens(), TOKENS_OF_NAME + config.summaryTargetWords() * 9 / 8);
    }

    /** Estimate of what a request takes beside the categories; the instructions of the application's own all at once. */
    private int tokensAround() {
        int own = config.understanding().categories().values().stream()
                .mapToInt(TokenEstimate::of)
                .sum();
        return TokenEstimate.of(system) + TokenEstimate.of(SCHEMA.json()) + own + TOKENS_OF_TASK;
    }

    @Override
    public boolean asksModel() {
        return true;
    }

    @Override
    public CallEstimate estimate(int tasks) {
        int calls = batches.expectedRequests(tasks);
        return new CallEstimate(
                calls, (long) calls * TokenEstimate.of(system) + (long) tasks * batches.tokensOfSummary());
    }

    @Override
    public List<String> summarize(List<SummaryTask> tasks, ModelCalls calls) {
        String[] summaries = new String[tasks.size()];
        List<SummaryBatches.Asked> asked = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            SummaryTask task = tasks.get(i);
            if (task.isEmpty()) {
                summaries[i] = task.oldSummary();
            } else if (task.added().isEmpty()
                    && task.remaining().isEmpty()
                    && task.ended().isEmpty()) {
                summaries[i] = "";
            } else {
                String supplemented = LateItemAppender.of(task, config.summaryTargetWords());
                summaries[i] = supplemented;
                if (supplemented == null) {
                    asked.add(batches.asked(i, task));
                }
            }
        }
        for (List<SummaryBatches.Asked> batch : batches.of(asked)) {
            Map<String, String> written = ask(batch, calls);
            for (SummaryBatches.Asked one : batch) {
                String text = written.get(Category.nameKey(one.task().name()));
                summaries[one.position()] = text == null ? byRules(one.task(), calls) : text;
            }
        }
        return Arrays.stream(summaries).map(Objects::requireNonNull).toList();
    }

    /** The usable summaries the model wrote, by the key of the category's name. */
    private Map<String, String> ask(List<SummaryBatches.Asked> batch, ModelCalls calls) {
        ChatGenerator model = calls.chat(ModelStep.SUMMARIZE)
                .orElseThrow(() -> new ConfigurationException("There is no chat model for the step summarize. Configure"
                        + " one, or none at all to summarize by rules."));
        JsonAnswer answer = JsonAnswer.read(model.chat(request(batch)).text(), root -> summaries(root) != null);
        Map<String, String> written = new HashMap<>();
        if (answer instanceof JsonAnswer.Complete complete) {
            collect(complete.root(), batch, written);
        } else if (answer instanceof JsonAnswer.Salvaged salvaged) {
            collect(salvaged.root(), batch, written);
        }
        if (written.isEmpty()) {
            calls.unusable(ModelStep.SUMMARIZE);
        }
        return written;
    }

    private ChatRequest request(List<SummaryBatches.Asked> batch) {
        Fence fence = Fence.random();
        String lines = batch.stream().map(SummaryBatches.Asked::line).collect(Collectors.joining("\n"));
        String user =
                PROMPT.render("user", Map.of("mark", fence.mark(), "data", fence.around(lines), "own", own(batch)));
        return ChatRequest.of(system, user, share.answerTokens()).withSchema(SCHEMA);
    }

    private String own(List<SummaryBatches.Asked> batch) {
        return batch.stream()
                .map(asked -> asked.task().name())
                .filter(name -> config.understanding().instructionsFor(name) != null)
                .map(name -> name + ": " + config.understanding().instructionsFor(name) + "\n")
                .collect(Collectors.joining());
    }

    private void collect(JsonNode root, List<SummaryBatches.Asked> batch, Map<String, String> written) {
        JsonNode summaries = summaries(root);
        if (summaries == null) {
            return;
        }
        for (SummaryBatches.Asked asked : batch) {
            String key = Category.nameKey(asked.task().name());
            summaryOf(key, summaries, batch.size() == 1, asked.task())
                    .flatMap(text -> SummaryText.of(text, asked.task(), config.summaryTargetWords()))
                    .ifPresent(text -> written.put(key, text));
        }
    }

    /** @param alone whether no other category was asked for: then the only answer is about it, whatever its name */
    private static Optional<String> summaryOf(String key, JsonNode summaries, boolean alone, SummaryTask task) {
        boolean isOnly = alone && summaries.size() == 1;
        if (summaries.isObject()) {
            for (var entry : summaries.properties()) {
                if (isOnly || folded(entry.getKey()).equals(folded(key))) {
                    return entry.getValue().isObject()
                            ? summary(new AnswerFields(entry.getValue()), task)
                            : written(new AnswerFields(summaries), entry.getKey());
                }
            }
        }
        for (JsonNode entry : summaries) {
            AnswerFields fields = new AnswerFields(entry);
            String name = fields.text("category", "name").orElse("");
            if (isOnly || folded(name).equals(folded(key))) {
                return summary(fields, task);
            }
        }
        return Optional.empty();
    }

    /** The summary as the model changes it, or as it writes it whole. */
    private static Optional<String> summary(AnswerFields fields, SummaryTask task) {
        Optional<String> whole = written(fields, "summary", "text", "content");
        return whole.isPresent() ? whole.map(SummaryEdit::withoutNumbers) : SummaryEdit.applied(fields, task);
    }

    /** A summary written as one text, or as a list of sentences. */
    private static Optional<String> written(AnswerFields fields, String... names) {
        List<String> points = fields.texts(names);
        return points.size() > 1
                ? Optional.of(points.stream().map(point -> "- " + point).collect(Collectors.joining("\n")))
                : fields.sentence(names);
    }

    /** A name as models write it: {@code Work Life} for {@code work_life}. */
    private static String folded(String name) {
        return Category.nameKey(name).replaceAll("[\\s_-]{1,8}", "_");
    }

    /** A list of named summaries, or summaries by their names; null where there is neither. */
    private static @Nullable JsonNode summaries(JsonNode root) {
        JsonNode named = root.isObject() ? root.get("summaries") : root;
        if (named == null) {
            return !root.isEmpty() && root.valueStream().allMatch(value -> value.isTextual() || value.isArray())
                    ? root
                    : null;
        }
        boolean isList = named.isArray() && named.valueStream().allMatch(JsonNode::isObject);
        return isList || named.isObject() ? named : null;
    }

    private String byRules(SummaryTask task, ModelCalls calls) {
        return rules.summarize(List.of(task), calls).get(0);
    }
}
