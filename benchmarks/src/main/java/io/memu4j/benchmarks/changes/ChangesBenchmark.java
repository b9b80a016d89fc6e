package io.memu4j.benchmarks.changes;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether the present state of a fact that changed comes first, without a chat model: {@code [--quick] [--verbatim] [--list]}. With
 * {@code --verbatim} every sentence of a person becomes a statement, so that only the closing of statements is measured; {@code --quick}
 * does without the embedding model; {@code --list} prints what is first of each pair.
 */
public final class ChangesBenchmark {
    private static final ZonedDateTime NOW = ChangedFact.SECOND.plusDays(1).toZonedDateTime();

    private final MemoryServiceFactory memu;
    private final boolean list;

    private ChangesBenchmark(MemoryServiceFactory memu, boolean list) {
        this.memu = memu;
        this.list = list;
    }

    /** What of a pair came out right. */
    private record Outcome(boolean statement, boolean passage, boolean before, boolean reversed) {}

    public static void main(String[] args) {
        List<String> options = List.of(args);
        MemoryServiceFactory.Builder builder =
                MemoryServiceFactory.builder().database(DatabaseConfig.memory()).blobs(BlobConfig.memory());
        if (options.contains("--verbatim")) {
            builder.llm(VerbatimNotes.models());
        } else {
            builder.llm(options.contains("--quick") ? LlmConfig.none() : LlmConfig.local());
        }
        try (MemoryServiceFactory memu = builder.build()) {
            ChangesBenchmark benchmark = new ChangesBenchmark(memu, options.contains("--list"));
            benchmark.run("told to an assistant", ChangedFact.told());
            benchmark.run("told in other words", ChangedFact.reworded());
            benchmark.run("that come up between two people", ChangedFact.overheard());
            benchmark.run("new to the tables, first set", ChangedFact.unseen("unseen-1.txt"));
            benchmark.run("new to the tables, second set", ChangedFact.unseen("unseen-2.txt"));
            benchmark.run("new to the tables, third set", ChangedFact.unseen("unseen-3.txt"));
        }
    }

    private void run(String kind, List<ChangedFact> pairs) {
        List<Outcome> outcomes = new ArrayList<>();
        pairs.forEach(pair -> outcomes.add(outcome(kind, pair)));
        System.out.printf(
                Locale.ROOT,
                "of %d changed facts %s: now first among statements %d, among passages %d; before the change the old one %d;"
                        + " memorized in reverse order now first %d%n",
                pairs.size(),
                kind,
                count(outcomes.stream().map(Outcome::statement)),
                count(outcomes.stream().map(Outcome::passage)),
                count(outcomes.stream().map(Outcome::before)),
                count(outcomes.stream().map(Outcome::reversed)));
    }

    private Outcome outcome(String kind, ChangedFact pair) {
        MemoryService memory = memu.service(pair.name(), kind + ", forwards");
        memory.memorize(MemorizeRequest.messages("first", pair.first()));
        memory.memorize(MemorizeRequest.messages("second", pair.second()));
        MemoryService reversed = memu.service(pair.name(), kind + ", backwards");
        reversed.memorize(MemorizeRequest.messages("second", pair.second()));
        reversed.memorize(MemorizeRequest.messages("first", pair.first()));

        RetrieveRequest question = RetrieveRequest.of(pair.question()).withNow(NOW);
        RetrieveResult now = memory.retrieve(question);
        RetrieveResult before =
                memory.retrieve(question.withAsOf(ChangedFact.FIRST.plusDays(20).toInstant()));
        Outcome outcome = new Outcome(
                isFirst(pair.current(), pair.old(), statements(now)),
                isFirst(pair.current(), pair.old(), passages(now)),
                isFirst(pair.old(), pair.current(), statements(before)),
                isFirst(pair.current(), pair.old(), statements(reversed.retrieve(question))));
        if (list) {
            System.out.printf(
                    Locale.ROOT,
                    "%-9s %-90s now: %s before: %s%n",
                    pair.name(),
                    outcome,
                    statements(now).stream().limit(6).toList(),
                    statements(before).stream().limit(2).toList());
        }
        return outcome;
    }

    private static List<String> statements(RetrieveResult result) {
        return result.items().stream().map(item -> item.value().summary()).toList();
    }

    private static List<String> passages(RetrieveResult result) {
        return result.passages().stream().map(passage -> passage.value().text()).toList();
    }

    /** Returns whether the first text with one of the two has {@code wanted}. */
    private static boolean isFirst(String wanted, String other, List<String> texts) {
        for (String text : texts) {
            if (text.contains(wanted)) {
                return true;
            }
            if (text.contains(other)) {
                return false;
            }
        }
        return false;
    }

    private static long count(Stream<Boolean> right) {
        return right.filter(r -> r).count();
    }
}
