package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the best candidates: few per passage, no near-duplicates, about one per three messages. Deterministic. */
final class StatementSelection {
    private static final int PER_PASSAGE = 2;
    private static final int PASSAGES_PER_STATEMENT = 3;
    private static final int ALWAYS = 4;
    private static final double DUPLICATE = 0.8;

    private StatementSelection() {}

    /** Those kept, in the order of the text. */
    static List<StatementCandidate> of(List<StatementCandidate> candidates, int passages) {
        int budget = Math.max(ALWAYS, (passages + PASSAGES_PER_STATEMENT - 1) / PASSAGES_PER_STATEMENT);
        List<StatementCandidate> bestFirst = new ArrayList<>(candidates);
        bestFirst.sort(Comparator.comparingDouble((StatementCandidate c) -> -c.score())
                .thenComparingInt(StatementCandidate::position));
        List<StatementCandidate> kept = new ArrayList<>();
        Map<Integer, Integer> perPassage = new HashMap<>();
        for (StatementCandidate candidate : bestFirst) {
            boolean room = kept.size() < budget && perPassage.getOrDefault(candidate.passageIndex(), 0) < PER_PASSAGE;
            if (room && kept.stream().noneMatch(k -> duplicate(k, candidate))) {
                kept.add(candidate);
                perPassage.merge(candidate.passageIndex(), 1, Integer::sum);
            }
        }
        kept.sort(Comparator.comparingInt(StatementCandidate::position));
        return kept;
    }

    /** Two statements with other numbers, such as a dose or a year, are two however alike their words are. */
    private static boolean duplicate(StatementCandidate a, StatementCandidate b) {
        Set<String> numbers = Terms.numbers(a.terms());
        Set<String> others = Terms.numbers(b.terms());
        boolean comparable = numbers.isEmpty() || others.isEmpty() || numbers.equals(others);
        return comparable && Terms.overlap(a.terms(), b.terms()) >= DUPLICATE;
    }
}
