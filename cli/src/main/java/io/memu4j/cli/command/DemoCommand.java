package io.memu4j.cli.command;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.JsonViews;
import io.memu4j.cli.view.Lines;
import io.memu4j.cli.view.MemorizeText;
import io.memu4j.cli.view.Progress;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.retrieve.RetrieveResult.ScoredPassage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Memorizes a conversation that comes with the program, and asks three questions about it. */
@Command(
        name = "demo",
        description =
                "Memorize a bundled conversation and answer three questions from it, in a database that is deleted"
                        + " afterwards unless --db names one.")
final class DemoCommand implements Callable<Integer> {
    private static final String CONVERSATION = "demo-conversation.json";
    private static final List<String> QUESTIONS = List.of(
            "What is Nora allergic to?",
            "Where do Nora and Clara want to travel in autumn?",
            "When did Tom move house?");

    private final CommonOptions options;
    private final Console console;

    DemoCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.scope();
        if (options.namesDatabase()) {
            run(options.database());
            return 0;
        }
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            run(DatabaseConfig.sqlite(folder.path().resolve("memu.db")));
        }
        return 0;
    }

    private void run(DatabaseConfig database) throws IOException {
        try (MemoryServiceFactory factory = OpenMemory.forWriting(database, options, ResourcePolicy.off(), console)) {
            MemoryService memory = OpenMemory.service(factory, options);
            MemorizeResult memorized = memorized(memory);
            say(MemorizeText.of(CONVERSATION, memorized));
            List<Map<String, ?>> answers = new ArrayList<>();
            for (String question : QUESTIONS) {
                RetrieveResult found =
                        memory.retrieve(RetrieveRequest.of(question).withTopK(3));
                say(answer(question, found));
                answers.add(Json.object(
                        "question",
                        question,
                        "passages",
                        found.passages().stream().map(JsonViews::found).toList()));
            }
            if (options.json()) {
                console.print(Json.text(Json.object("memorized", JsonViews.of(memorized), "answers", answers)));
            }
        }
    }

    private MemorizeResult memorized(MemoryService memory) throws IOException {
        try (Progress progress = new Progress(console, CONVERSATION);
                InputStream in = Objects.requireNonNull(DemoCommand.class.getResourceAsStream(CONVERSATION))) {
            return memory.memorize(MemorizeRequest.bytes(CONVERSATION, in.readAllBytes(), CONVERSATION)
                    .withListener(progress));
        }
    }

    private void say(String text) {
        if (!options.json()) {
            console.print(text);
        }
    }

    private static String answer(String question, RetrieveResult found) {
        if (found.passages().isEmpty()) {
            return "\nQ: " + question + "\nA: nothing found";
        }
        ScoredPassage best = found.passages().get(0);
        return "\nQ: " + question + "\nA: \"" + Lines.quoted(best.value().text()) + "\"\n   "
                + Lines.origin(best.value()) + ", in " + Lines.shortName(best.resource());
    }
}
