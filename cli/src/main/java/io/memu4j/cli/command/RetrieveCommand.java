package io.memu4j.cli.command;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.ContextConverter;
import io.memu4j.cli.option.FilterOptions;
import io.memu4j.cli.option.MethodConverter;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.JsonViews;
import io.memu4j.cli.view.RetrieveText;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RetrieveMethod;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds what is relevant to a question. */
@Command(name = "retrieve", description = "Find what is relevant to a question.")
final class RetrieveCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "QUESTION",
            description = "The question. In quotes where it has characters that the shell reads, such as ? and *.")
    private List<String> question = List.of();

    @Option(names = "--top-k", paramLabel = "N", description = "Rows per list of the result, 1 to 1000 (default: 5).")
    private @Nullable Integer topK;

    @Option(
            names = "--method",
            converter = MethodConverter.class,
            paramLabel = "METHOD",
            description =
                    "Who ranks: rag (the search) or llm (a chat model, from what the search found); default: rag.")
    private @Nullable RetrieveMethod method;

    @Option(
            names = "--decide",
            description = "Have a chat model decide whether memory is needed, and put the question anew, also without"
                    + " --context.")
    private boolean decide;

    @Option(
            names = "--check-sufficiency",
            description = "Have a chat model judge after each list whether that is enough; up to three calls.")
    private boolean checkSufficiency;

    @Option(names = "--explain", description = "Say which signals spoke for each row, and how much.")
    private boolean explain;

    @Option(
            names = "--prompt",
            paramLabel = "N",
            description = "Print the text for the prompt of a chat model instead, within N tokens as estimated.")
    private @Nullable Integer promptTokens;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(
            names = "--context",
            converter = ContextConverter.class,
            paramLabel = "ROLE:TEXT",
            description = "What was said before the question, oldest first; may be given several times.")
    private List<ConversationMessage> context = List.of();

    RetrieveCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        RetrieveRequest request = request();
        LlmConfig llm = options.llm();
        rejectWithoutChatModel(llm);
        boolean colors = options.colors(Console.READ_BY_A_PERSON) && !options.json() && promptTokens == null;
        try (MemoryServiceFactory factory = OpenMemory.forReading(options, llm, console)) {
            MemoryService service = OpenMemory.service(factory, options);
            filter.unknown(service).forEach(console::note);
            RetrieveResult result = service.retrieve(request);
            console.print(text(result), RetrieveText.HEADINGS, colors);
            CallLog.total(result.calls(), options, console);
        }
        return 0;
    }

    private String text(RetrieveResult result) {
        if (options.json()) {
            return Json.text(JsonViews.of(result));
        }
        return promptTokens == null ? RetrieveText.of(result) : result.toPrompt();
    }

    private void rejectWithoutChatModel(LlmConfig llm) {
        String asking = method == RetrieveMethod.LLM
                ? "--method llm"
                : decide ? "--decide" : checkSufficiency ? "--check-sufficiency" : null;
        if (asking != null && llm.provider().equals(LlmConfig.LOCAL)) {
            throw new UsageException(asking + " needs a chat model: --llm openai or --llm ollama.");
        }
    }

    private RetrieveRequest request() {
        try {
            RetrieveRequest request = filter.in(RetrieveRequest.of(String.join(" ", question))
                    .withContext(context)
                    .withExplain(explain)
                    .withDecision(decide)
                    .withSufficiencyCheck(checkSufficiency));
            RetrieveRequest ranked = method == null ? request : request.withMethod(method);
            RetrieveRequest shown = topK == null ? ranked : ranked.withTopK(topK);
            return promptTokens == null ? shown : shown.withPromptTokens(promptTokens);
        } catch (InvalidInputException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
