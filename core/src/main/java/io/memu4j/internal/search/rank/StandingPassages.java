package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.text.Standing;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.model.MemoryType;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The passages of a scope in which a person says how all later answers should be, nearest to the question first. Read from the words of the
 * passage, or cited by an item of the type {@code instruction}. Instructions matter for questions that they share no word with, so the
 * nearest ones have places among the first passages.
 */
final class StandingPassages {
    /** Places of instructions among the first passages. */
    private static final int INSTRUCTIONS = 2;
    /** Places of preferences; those on the topic are found by it anyway. */
    private static final int PREFERENCES = 1;

    private static final MemoryType INSTRUCTION = new MemoryType("instruction");

    private final List<Integer> instructions;
    private final List<Integer> preferences;

    private StandingPassages(List<Integer> instructions, List<Integer> preferences) {
        this.instructions = instructions;
        this.preferences = preferences;
    }

    /** Finds those of the scope, nearest to the question first: by meaning, or by words where there are no vectors. */
    static StandingPassages nearestFirst(
            RankingRequest request, IntPredicate accepted, @Nullable VectorScores meaning, float @Nullable [] words) {
        BitSet slots = slots(request, accepted);
        if (meaning != null) {
            meaning.compare(slots.stream().toArray());
            return of(request, slots, meaning::of);
        }
        return of(request, slots, slot -> words == null ? 0 : words[slot]);
    }

    /** Finds those of the scope, what was said last first. */
    static StandingPassages latestFirst(RankingRequest request, IntPredicate accepted) {
        Units<UnitMetadata.OfPassage> passages = request.units().passages();
        return of(request, slots(request, accepted), slot -> passages.metadata(slot)
                .saidAt());
    }

    private static StandingPassages of(RankingRequest request, BitSet slots, IntToDoubleFunction worth) {
        Units<UnitMetadata.OfPassage> passages = request.units().passages();
        Comparator<Integer> best = Comparator.<Integer>comparingDouble(slot -> -worth.applyAsDouble(slot))
                .thenComparing(slot -> passages.slots().id(slot));
        Map<Boolean, List<Integer>> preferred = slots.stream()
                .boxed()
                .sorted(best)
                .collect(Collectors.partitioningBy(
                        slot -> passages.metadata(slot).standing() == Standing.PREFERENCE));
        return new StandingPassages(preferred.getOrDefault(false, List.of()), preferred.getOrDefault(true, List.of()));
    }

    /** Returns none in a scope where nobody talks with an assistant: people say "always" to each other too. */
    private static BitSet slots(RankingRequest request, IntPredicate accepted) {
        ScopeUnits units = request.units();
        BitSet slots = new BitSet();
        if (units.voices().anyProgram()) {
            units.voices().standing().filter(accepted).forEach(slots::set);
            if (units.knows(INSTRUCTION)) {
                addCited(units, accepted, slots);
            }
        }
        return slots;
    }

    /** Returns those that have a place among the first passages. */
    int[] placed() {
        return Stream.concat(
                        instructions.stream().limit(INSTRUCTIONS),
                        preferences.stream().limit(PREFERENCES))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns the slots of all of them, the instructions before the preferences. */
    IntStream all() {
        return Stream.concat(instructions.stream(), preferences.stream()).mapToInt(Integer::intValue);
    }

    private static void addCited(ScopeUnits units, IntPredicate accepted, BitSet slots) {
        Units<UnitMetadata.OfItem> items = units.items();
        for (int slot = items.slots().next(0); slot >= 0; slot = items.slots().next(slot + 1)) {
            if (items.metadata(slot).type().equals(INSTRUCTION)) {
                items.metadata(slot).passageIds().stream()
                        .mapToInt(units.passages().slots()::of)
                        .filter(passage -> passage >= 0 && accepted.test(passage))
                        .forEach(slots::set);
            }
        }
    }
}
