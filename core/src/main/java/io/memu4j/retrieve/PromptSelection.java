package io.memu4j.retrieve;

import io.memu4j.internal.search.text.EventOrder;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.retrieve.RetrieveResult.ScoredItem;
import io.memu4j.retrieve.RetrieveResult.ScoredPassage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the rows that fill the budget of a prompt. Passages by rank take most of it, the first ones with the messages around them;
 * statements that no passage of the block repeats have a share; topics and sources get what is left, up to a share. For one use.
 */
final class PromptSelection {
    private static final double STATEMENTS = 0.15;
    private static final double STANDING = 0.1;
    private static final double TOPICS_AND_SOURCES = 0.15;
    private static final String STANDING_TITLE = "Instructions and preferences:";
    private final RetrieveResult result;
    private final PromptOptions options;
    private final PromptLines lines;
    /** The lines of passages that fit, by id. */
    private final Map<String, Shown> passages = new LinkedHashMap<>();

    private final List<String> standing = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    /** The instructions and preferences that fit, by id of their passage. */
    private final Map<String, Shown> said = new HashMap<>();

    private final Map<String, HappenedAt> happened = new HashMap<>();
    private int left;

    PromptSelection(RetrieveResult result, PromptOptions options, PromptLines lines) {
        this.result = result;
        this.options = options;
        this.lines = lines;
    }

    private record Shown(Passage passage, String line) {}

    /** Returns the lines that fit into that number of tokens, under their titles; empty if none fits. */
    String body(int tokens) {
        left = tokens;
        result.keptItems().forEach(this::noteHappened);
        addStanding((int) (tokens * STANDING));
        addPassages((int) (tokens * (result.keptItems().isEmpty() ? 0 : STATEMENTS)));
        addStatements(Math.min(left, (int) Math.ceil(tokens * STATEMENTS)));
        addPassages(0);
        addStatements(left);
        StringBuilder body = new StringBuilder();
        section(body, STANDING_TITLE, standing);
        section(body, "Statements:", statements);
        section(body, "Passages:", passageLines());
        int most = Math.min(left, (int) (tokens * TOPICS_AND_SOURCES));
        most = addAll(body, "Topics:", topics(), most);
        addAll(body, "Sources:", sources(), most);
        return body.toString();
    }

    /** Instructions and preferences are shown as passages under a title of their own, and not once more as passages. */
    private void addStanding(int most) {
        int before = left;
        for (ScoredPassage found : result.standing()) {
            Passage passage = found.value();
            String line = lines.passage(passage, true, null);
            if (take(STANDING_TITLE, standing.isEmpty(), line, most - (before - left))) {
                standing.add(line);
                said.put(passage.id(), new Shown(passage, line));
            }
        }
    }

    private Stream<String> topics() {
        return result.categories().stream().map(found -> lines.topic(found.value()));
    }

    private Stream<String> sources() {
        return result.resources().stream().map(found -> PromptLines.source(found.value()));
    }

    /** Notes when something happened that a passage tells, so that a passage can stand for its statement. */
    private void noteHappened(ScoredItem found) {
        MemoryItem item = found.value();
        if (item.happenedAt() != null) {
            item.passageIds().forEach(id -> happened.putIfAbsent(id, item.happenedAt()));
        }
    }

    /** @param reserved tokens that remain for others */
    private void addPassages(int reserved) {
        Set<String> best = new LinkedHashSet<>();
        result.keptPassages().stream().limit(PromptRows.BEST).forEach(passage -> best.add(passage.id()));
        for (Passage passage : result.keptPassages()) {
            add(passage, false, reserved);
            if (best.contains(passage.id()) && passages.containsKey(passage.id())) {
                neighbours(passage).forEach(neighbour -> add(neighbour, true, reserved));
            }
        }
    }

    private Stream<Passage> neighbours(Passage passage) {
        return result.surrounding().stream()
                .filter(other -> other.resourceId().equals(passage.resourceId())
                        && Math.abs(other.index() - passage.index()) <= PromptRows.NEIGHBOURS);
    }

    private void add(Passage passage, boolean neighbour, int reserved) {
        if (passages.containsKey(passage.id()) || said.containsKey(passage.id()) || isSaid(passage)) {
            return;
        }
        String line = lines.passage(passage, neighbour, happened.get(passage.id()));
        boolean repeated =
                passages.values().stream().anyMatch(shown -> shown.line().equals(line));
        if (!repeated && take("Passages:", passages.isEmpty(), line, left - reserved)) {
            passages.put(passage.id(), new Shown(passage, line));
        }
    }

    /** Whether a statement of the same day and speaker repeats the passage word for word; the same words in another order say something else. */
    private boolean isSaid(Passage passage) {
        String whole = lines.passage(passage, false, null);
        return statements.stream().anyMatch(line -> line.startsWith(whole));
    }

    private void addStatements(int most) {
        int before = left;
        for (ScoredItem found : result.keptItems()) {
            String line = lines.statement(found);
            if (!statements.contains(line) && !isShown(found.value())) {
                if (take("Statements:", statements.isEmpty(), line, most - (before - left))) {
                    statements.add(line);
                }
            }
        }
    }

    private boolean isShown(MemoryItem item) {
        for (String id : item.passageIds()) {
            Shown shown = passages.getOrDefault(id, said.get(id));
            if (shown != null
                    && PromptLines.says(
                            shown.line(), item.summary(), shown.passage().speaker())) {
                return true;
            }
        }
        return false;
    }

    /** Passages that follow each other in a source stand together, where the best of them would stand. */
    private List<String> passageLines() {
        List<Shown> ordered = new ArrayList<>(passages.values());
        if (options.byTime() || EventOrder.isAsked(result.rewrittenQuery())) {
            ordered.sort(Comparator.<Shown, Instant>comparing(
                            shown -> saidAt(shown.passage()), Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparingInt(shown -> shown.passage().index())
                    .thenComparingInt(shown -> shown.passage().part()));
            return ordered.stream().map(Shown::line).toList();
        }
        List<String> text = new ArrayList<>();
        Set<Shown> placed = new LinkedHashSet<>();
        for (Shown shown : ordered) {
            if (placed.contains(shown)) {
                continue;
            }
            ordered.stream()
                    .filter(other -> !placed.contains(other) && isBeside(shown.passage(), other.passage()))
                    .sorted(Comparator.comparingInt(
                                    (Shown other) -> other.passage().index())
                            .thenComparingInt(other -> other.passage().part()))
                    .toList()
                    .forEach(other -> {
                        placed.add(other);
                        text.add(other.line());
                    });
        }
        return text;
    }

    private static boolean isBeside(Passage passage, Passage other) {
        return other.resourceId().equals(passage.resourceId())
                && Math.abs(other.index() - passage.index()) <= PromptRows.NEIGHBOURS;
    }

    private static @Nullable Instant saidAt(Passage passage) {
        return passage.saidAt() == null ? null : passage.saidAt().toInstant();
    }

    private int addAll(StringBuilder body, String title, Stream<String> entries, int most) {
        List<String> fitting = new ArrayList<>();
        int before = left;
        entries.filter(line -> !line.isEmpty()).forEach(line -> {
            if (take(title, fitting.isEmpty(), line, most - (before - left))) {
                fitting.add(line);
            }
        });
        section(body, title, fitting);
        return most - (before - left);
    }

    /** Takes the cost of a line from what is left, if the line fits into {@code most} tokens; a shorter one further down may still fit. */
    private boolean take(String title, boolean first, String line, int most) {
        int cost = options.counter().count((first ? title + "\n" : "") + "- " + line + "\n");
        boolean fits = cost <= Math.min(most, left);
        left -= fits ? cost : 0;
        return fits;
    }

    private static void section(StringBuilder body, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            body.append(title).append('\n');
            entries.forEach(entry -> body.append("- ").append(entry).append('\n'));
        }
    }
}
