package io.memu4j.benchmarks.quality;

import io.memu4j.config.LlmConfig;
import io.memu4j.error.MemoryException;
import io.memu4j.llm.local.LocalModelProvider;
import io.memu4j.spi.llm.Models;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures how much of the evidence of each question stands in the prompt block of its answer: {@code DIR... [--tokens N]
 * [--no-embeddings]}. Through the public API, with its default settings. Exit codes: 0 measured, 1 the conversations cannot be read or the
 * product failed, 2 wrong arguments.
 */
public final class PromptBlockQuality {
    private static final String USAGE = "usage: prompt-block DIR... [--tokens N] [--no-embeddings]";
    private static final int TOKENS = 1_500;

    private final PrintStream out;
    private final PrintStream err;

    PromptBlockQuality(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the measurement and prints a table. */
    public static void main(String[] args) {
        System.exit(new PromptBlockQuality(System.out, System.err).run(args));
    }

    /**
     * Runs with those arguments.
     *
     * @return the exit code
     */
    int run(String... args) {
        List<Path> folders = new ArrayList<>();
        int tokens = TOKENS;
        boolean embeddings = true;
        try {
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--tokens" -> tokens = tokens(args, ++i);
                    case "--no-embeddings" -> embeddings = false;
                    default -> folders.add(folder(args[i]));
                }
            }
            if (folders.isEmpty()) {
                throw new IllegalArgumentException("No folder of conversations is given.");
            }
        } catch (IllegalArgumentException e) {
            err.println("prompt-block: " + e.getMessage() + " " + USAGE);
            return 2;
        }
        try {
            measure(folders, tokens, embeddings);
            return 0;
        } catch (InvalidConversationException | MemoryException e) {
            err.println("prompt-block: " + e.getMessage());
            return 1;
        }
    }

    private static int tokens(String[] args, int at) {
        if (at == args.length || !args[at].matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("--tokens needs a number from 1 to 99999.");
        }
        return Integer.parseInt(args[at]);
    }

    private static Path folder(String arg) {
        if (arg.startsWith("-")) {
            throw new IllegalArgumentException("There is no option " + arg + ".");
        }
        return Path.of(arg);
    }

    private void measure(List<Path> folders, int tokens, boolean embeddings) {
        ConversationReader reader = new ConversationReader(false, warning -> err.println("prompt-block: " + warning));
        Models models = embeddings ? new LocalModelProvider().create(LlmConfig.local()) : Models.none();
        try (Subject subject = new Subject(models)) {
            List<Conversation> conversations = folders.stream()
                    .flatMap(folder -> reader.read(folder).stream())
                    .toList();
            for (Conversation conversation : conversations) {
                conversation
                        .sessions()
                        .forEach((session, messages) -> subject.memorize(conversation.name(), session, messages));
            }
            measure(conversations, subject, tokens).print(out);
        }
    }

    /** Asks every question, and counts what the block of its answer shows. */
    static Shares measure(List<Conversation> conversations, Subject subject, int tokens) {
        Shares shares = new Shares(tokens);
        for (Conversation conversation : conversations) {
            ShownMessages messages = new ShownMessages(conversation);
            for (Question question : conversation.questions()) {
                String prompt = subject.prompt(conversation.name(), question.text(), tokens);
                shares.add(question, messages.in(prompt));
            }
        }
        return shares;
    }

    /** The share of the evidence in the blocks, by category. */
    static final class Shares {
        private final int tokens;
        private final Map<String, Share> byCategory = new TreeMap<>();
        private final Share overall = new Share();

        Shares(int tokens) {
            this.tokens = tokens;
        }

        void add(Question question, Set<MessageId> shown) {
            double share = (double)
                            question.evidence().stream().filter(shown::contains).count()
                    / question.evidence().size();
            byCategory.computeIfAbsent(question.category(), name -> new Share()).add(share, shown.size());
            if (!question.isAdversarial()) {
                overall.add(share, shown.size());
            }
        }

        void print(PrintStream out) {
            out.printf(
                    Locale.ROOT,
                    "%-28s %9s %9s %9s %9s%n",
                    tokens + " tokens",
                    "questions",
                    "evidence",
                    "all of it",
                    "messages");
            byCategory.forEach((name, share) -> share.print(out, name));
            overall.print(out, "overall");
            out.println("overall is without adversarial questions; evidence and all of it in percent");
        }
    }

    private static final class Share {
        private int questions;
        private double sum;
        private int whole;
        private int messages;

        void add(double share, int shown) {
            questions++;
            sum += share;
            whole += share == 1 ? 1 : 0;
            messages += shown;
        }

        void print(PrintStream out, String name) {
            int n = Math.max(1, questions);
            out.printf(
                    Locale.ROOT,
                    "%-28s %9d %9.1f %9.1f %9.1f%n",
                    name,
                    questions,
                    100 * sum / n,
                    100.0 * whole / n,
                    (double) messages / n);
        }
    }
}
