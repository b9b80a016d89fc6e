package io.memu4j.benchmarks.quality;

import io.memu4j.config.LlmConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.MemoryException;
import io.memu4j.llm.langchain4j.OllamaModelProvider;
import io.memu4j.llm.langchain4j.OpenAiModelProvider;
import io.memu4j.llm.local.LocalModelProvider;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.Models;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Measures how many questions a chat model answers rightly from the prompt block; see {@link AnswerOptions} for the arguments. Requests and
 * answers are recorded, and a recording is replayed without a model. Exit codes: 0 measured, 1 the conversations or the recording cannot be
 * used, or a model or the product failed, 2 wrong arguments.
 */
public final class AnswerQuality {
    private final PrintStream out;
    private final PrintStream err;
    private final Function<LlmConfig, Models> providers;

    /** @param providers makes the chat models that the arguments name */
    AnswerQuality(PrintStream out, PrintStream err, Function<LlmConfig, Models> providers) {
        this.out = out;
        this.err = err;
        this.providers = providers;
    }

    /** Runs the measurement and prints a table. */
    public static void main(String[] args) {
        System.exit(new AnswerQuality(System.out, System.err, AnswerQuality::provided).run(args));
    }

    private static Models provided(LlmConfig llm) {
        return llm.provider().equals(LlmConfig.OLLAMA)
                ? new OllamaModelProvider().create(llm)
                : new OpenAiModelProvider().create(llm);
    }

    /**
     * Runs with those arguments.
     *
     * @return the exit code
     */
    int run(String... args) {
        AnswerOptions options;
        try {
            options = AnswerOptions.of(args);
        } catch (IllegalArgumentException e) {
            return failed(2, e.getMessage() + " " + AnswerOptions.USAGE);
        }
        try {
            measure(options);
            return 0;
        } catch (InvalidConversationException | MemoryException | UncheckedIOException e) {
            return failed(1, String.valueOf(e.getMessage()));
        }
    }

    private int failed(int code, String why) {
        err.println("answers: " + why);
        return code;
    }

    private void measure(AnswerOptions options) {
        List<Conversation> conversations = conversations(options);
        Recording recording = options.recorded() == null ? Recording.inMemory() : Recording.in(options.recorded());
        LlmConfig llm = options.llm();
        try (Models answering = llm == null ? Models.none() : providers.apply(llm);
                Models judging = llm == null ? Models.none() : providers.apply(judging(options, llm))) {
            RecordedModel reader = model("reader", recording, answering, options);
            RecordedModel judge = model("judge", recording, judging, options);
            Models memory = options.embeddings() ? new LocalModelProvider().create(LlmConfig.local()) : Models.none();
            try (Subject subject = new Subject(memory)) {
                for (Conversation conversation : conversations) {
                    conversation
                            .sessions()
                            .forEach((session, said) -> subject.memorize(conversation.name(), session, said));
                }
                Shares shares = ask(conversations, subject, options, reader, judge);
                out.println(reader.origin() + "; " + judge.origin());
                shares.print(out, options.tokens());
            }
        }
    }

    private List<Conversation> conversations(AnswerOptions options) {
        ConversationReader reader =
                new ConversationReader(options.corrected(), warning -> err.println("answers: " + warning));
        return options.folders().stream()
                .flatMap(folder -> reader.read(folder).stream())
                .toList();
    }

    private static LlmConfig judging(AnswerOptions options, LlmConfig llm) {
        return options.judge() == null ? llm : llm.withChatModel(options.judge());
    }

    private static RecordedModel model(String role, Recording recording, Models models, AnswerOptions options) {
        var model = models.chat(ModelStep.DECIDE).orElse(null);
        if (model == null && options.llm() != null) {
            throw new ConfigurationException("There is no chat model for the " + role + ". Name one: --chat-model.");
        }
        return new RecordedModel(role, recording, model, Clock.systemUTC());
    }

    private Shares ask(
            List<Conversation> conversations,
            Subject subject,
            AnswerOptions options,
            RecordedModel reader,
            RecordedModel judge) {
        Shares shares = new Shares();
        int number = 0;
        for (Conversation conversation : conversations) {
            for (int i = 0; i < conversation.questions().size(); i++) {
                if (number++ % options.every() != 0) {
                    continue;
                }
                Question question = conversation.questions().get(i);
                String name = "question " + (i + 1) + " of " + conversation.name();
                String block = subject.prompt(conversation.name(), question.text(), options.tokens());
                String answer = reader.answer(name, AnswerPrompts.reader(block, question.text()));
                String said = judge.answer(name, AnswerPrompts.judge(question, answer));
                shares.add(question, AnswerPrompts.verdict(said));
            }
        }
        return shares;
    }

    /** The share of right answers, by category. */
    private static final class Shares {
        private final Map<String, Share> byCategory = new TreeMap<>();
        private final Share overall = new Share();
        private int unreadable;

        void add(Question question, Optional<Boolean> verdict) {
            boolean right = verdict.orElse(false);
            unreadable += verdict.isPresent() ? 0 : 1;
            byCategory
                    .computeIfAbsent(question.category(), category -> new Share())
                    .add(right);
            if (!question.isAdversarial()) {
                overall.add(right);
            }
        }

        void print(PrintStream out, int tokens) {
            out.printf(Locale.ROOT, "%-28s %9s %9s %9s%n", tokens + " tokens", "questions", "right", "percent");
            byCategory.forEach((name, share) -> share.print(out, name));
            overall.print(out, "overall");
            out.println("overall is without adversarial questions");
            if (unreadable > 0) {
                out.println(unreadable + " verdicts could not be read and count as wrong");
            }
        }
    }

    private static final class Share {
        private int questions;
        private int right;

        void add(boolean isRight) {
            questions++;
            right += isRight ? 1 : 0;
        }

        void print(PrintStream out, String name) {
            double percent = 100.0 * right / Math.max(1, questions);
            out.printf(Locale.ROOT, "%-28s %9d %9d %9.1f%n", name, questions, right, percent);
        }
    }
}
