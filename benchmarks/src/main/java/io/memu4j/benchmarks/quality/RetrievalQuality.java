package io.memu4j.benchmarks.quality;

import io.memu4j.config.LlmConfig;
import io.memu4j.error.MemoryException;
import io.memu4j.llm.local.LocalModelProvider;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.llm.Models;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Measures how well the messages that prove an answer are found, through the public API and with its default settings; see {@link Options}
 * for the arguments. Exit codes: 0 measured, 1 the conversations cannot be read or the product failed, 2 wrong arguments.
 */
public final class RetrievalQuality {
    private final PrintStream out;
    private final PrintStream err;

    RetrievalQuality(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the measurement and prints a table. */
    public static void main(String[] args) {
        System.exit(new RetrievalQuality(System.out, System.err).run(args));
    }

    /**
     * Runs with those arguments.
     *
     * @return the exit code
     */
    int run(String... args) {
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            return failed(2, e.getMessage() + " " + Options.USAGE);
        }
        try {
            measure(options, conversations(options));
            return 0;
        } catch (InvalidConversationException | MemoryException e) {
            return failed(1, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return failed(1, "The figures could not be written: " + e.getMessage() + ".");
        }
    }

    private int failed(int code, String why) {
        err.println("retrieval-quality: " + why);
        return code;
    }

    private List<Conversation> conversations(Options options) {
        ConversationReader reader =
                new ConversationReader(options.corrected(), warning -> err.println("retrieval-quality: " + warning));
        List<Conversation> conversations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path folder : options.folders()) {
            for (Conversation conversation : reader.read(folder)) {
                String name = conversation.name();
                for (int n = 2; !names.add(name); n++) {
                    name = conversation.name() + "-" + n;
                }
                conversations.add(conversation.named(name));
            }
        }
        return conversations;
    }

    private void measure(Options options, List<Conversation> conversations) throws IOException {
        Models models = options.embeddings() ? new LocalModelProvider().create(LlmConfig.local()) : Models.none();
        try (Subject subject = new Subject(models)) {
            Report report = new Report();
            for (Conversation conversation : conversations) {
                memorize(conversation, subject, report);
            }
            for (Conversation conversation : conversations) {
                ask(conversation, subject, report);
            }
            report.print(out);
            if (options.json() != null) {
                report.write(options.json());
            }
            if (options.dates()) {
                askForDays(conversations, subject);
            }
            if (options.ablate()) {
                ablate(conversations, subject, report);
            }
        }
    }

    private void askForDays(List<Conversation> conversations, Subject subject) {
        int questions = 0;
        double precision = 0;
        for (Conversation conversation : conversations) {
            for (DateQuestion question : DateQuestion.of(conversation)) {
                questions++;
                precision += question.precisionAt10(
                        subject.ask(conversation.name(), question).messages());
            }
        }
        out.printf(
                Locale.ROOT,
                "questions addressed by a day alone: %d, precision@10 %.1f%n",
                questions,
                100 * precision / Math.max(1, questions));
    }

    private void ablate(List<Conversation> conversations, Subject subject, Report all) {
        out.println("without one signal, change in points:      R@10   MRR  adversarial R@10  sessions all@10");
        for (Signal signal : Signal.values()) {
            subject.mute(signal);
            Report without = new Report();
            for (Conversation conversation : conversations) {
                ask(conversation, subject, without);
            }
            out.printf(
                    Locale.ROOT,
                    "%-40s %+6.1f %+5.1f  %+16.1f  %+15.1f%n",
                    signal.key(),
                    100 * (without.overall().recallAt10() - all.overall().recallAt10()),
                    100
                            * (without.overall().meanReciprocalRank()
                                    - all.overall().meanReciprocalRank()),
                    100 * (without.adversarialRecallAt10() - all.adversarialRecallAt10()),
                    100 * (without.allSessionsAt10() - all.allSessionsAt10()));
        }
    }

    private static void memorize(Conversation conversation, Subject subject, Report report) {
        for (Map.Entry<Integer, List<ConversationMessage>> session :
                conversation.sessions().entrySet()) {
            long start = System.nanoTime();
            subject.memorize(conversation.name(), session.getKey(), session.getValue());
            report.times().memorized(session.getValue().size(), System.nanoTime() - start);
        }
        report.leftOut(conversation.withoutEvidence());
    }

    private static void ask(Conversation conversation, Subject subject, Report report) {
        for (Question question : conversation.questions()) {
            long start = System.nanoTime();
            Found found = subject.ask(conversation.name(), question.text());
            report.times().asked(System.nanoTime() - start);
            report.add(conversation.name(), question, found);
        }
    }
}
