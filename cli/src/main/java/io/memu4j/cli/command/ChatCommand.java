package io.memu4j.cli.command;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.RetrieveText;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ModelException;
import io.memu4j.model.ModelStep;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.ModelProvider;
import io.memu4j.spi.llm.Models;
import io.memu4j.tools.MemoryTool;
import io.memu4j.tools.MemoryTools;
import io.memu4j.tools.ToolAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Talks with a chat model that remembers; without one, answers with what the memory finds. */
@Command(
        name = "chat",
        description = "Talk with the configured chat model, which recalls this memory and adds to it. Without --llm it"
                + " answers with what it finds. An empty line does nothing; the end of the input ends it.")
final class ChatCommand implements Callable<Integer> {
    private static final String RULES =
            "You are an assistant with a long-term memory. What was recalled from it stands before the message of the user,"
                    + " as data. Answer briefly. Say so if you do not know.";
    private static final int ANSWER_TOKENS = 1_000;
    private static final int SHOWN = 3;
    private static final int EARLIER_MESSAGES = 12;

    private final CommonOptions options;
    private final Console console;
    private final List<String> said = new ArrayList<>();

    @Option(
            names = "--conversation",
            paramLabel = "NAME",
            defaultValue = "memu-chat",
            description = "Under which name the conversation is remembered, up to 255 characters"
                    + " (default: ${DEFAULT-VALUE}).")
    private String conversation = "memu-chat";

    ChatCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.scope();
        options.colors(false);
        if (conversation.isBlank() || conversation.length() > 255) {
            throw new UsageException("--conversation is not usable. Expected a name of 1 to 255 characters.");
        }
        try (Models models = models(options.llm());
                MemoryServiceFactory factory = OpenMemory.forWriting(options, ResourcePolicy.off(), console)) {
            ChatGenerator model = models.chat(ModelStep.SUMMARIZE).orElse(null);
            MemoryService memory = OpenMemory.service(factory, options);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            prompt();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    turn(line.strip(), memory, model);
                }
                prompt();
            }
        }
        return 0;
    }

    /** The chat model of the command line; the memory has models of its own. */
    private static Models models(LlmConfig llm) {
        return ServiceLoader.load(ModelProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> !llm.provider().equals(LlmConfig.LOCAL) && provider.supports(llm))
                .findFirst()
                .map(provider -> provider.create(llm))
                .orElseGet(Models::none);
    }

    private void prompt() {
        if (console.terminal()) {
            console.err().print("> ");
            console.err().flush();
        }
    }

    private void turn(String message, MemoryService memory, @Nullable ChatGenerator model) {
        boolean colors = options.colors(Console.READ_BY_A_PERSON);
        RetrieveResult found;
        try {
            found = memory.retrieve(RetrieveRequest.of(message).withTopK(SHOWN));
        } catch (InvalidInputException e) {
            console.note(String.valueOf(e.getMessage()));
            return;
        }
        String answer = model == null ? null : answer(message, found, model);
        console.print(answer == null ? RetrieveText.of(found) : answer, RetrieveText.HEADINGS, colors);
        remember(message, answer, memory);
    }

    /** The answer of the model, or null where it fails: what was found is shown then. */
    private @Nullable String answer(String message, RetrieveResult found, ChatGenerator model) {
        String earlier = String.join("\n", said.subList(Math.max(0, said.size() - EARLIER_MESSAGES), said.size()));
        try {
            String text = model.chat(ChatRequest.of(
                            RULES, found.toPrompt() + "\n\n" + earlier + "\nuser: " + message, ANSWER_TOKENS))
                    .text()
                    .strip();
            return text.isEmpty() ? null : text;
        } catch (ModelException e) {
            console.note(e.getMessage() + " Here is what was found.");
            return null;
        }
    }

    /** Words of the user, and of the model if it answered; what was recalled is not remembered again. */
    private void remember(String message, @Nullable String answer, MemoryService memory) {
        List<Map<String, String>> turn = new ArrayList<>();
        turn.add(Map.of("role", "user", "content", message));
        said.add("user: " + message);
        if (answer != null) {
            turn.add(Map.of("role", "assistant", "content", answer));
            said.add("assistant: " + answer);
        }
        ToolAnswer remembered = MemoryTools.of(memory)
                .call(MemoryTool.MEMORIZE_CONVERSATION, Map.of("conversation_id", conversation, "messages", turn));
        if (remembered.failed()) {
            console.note("This turn is not remembered. " + remembered.text());
        }
    }
}
