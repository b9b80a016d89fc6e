package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Ranks passages by when they were said, for a question that names a time and no topic: "what did we talk about on 8 May?". */
final class DatedRanking {
    /** Alone more than all others between what was said then and what later. */
    private static final double TIME = 1.4;
    /** Said by the one whom the question names. */
    private static final double SPEAKER = 0.3;
    /** Not a question. */
    private static final double STATES = 0.1;
    /** Says something: enough, and not in everyday words alone. */
    private static final double SUBSTANCE = 0.25;
    /** Decides which of too many passages of the time are looked at. */
    private static final float TIE = 0.001f;

    private DatedRanking() {}

    /** The passages of that time, then those of the weeks after it; empty where there are none. */
    static List<SearchHit> search(
            SearchContext search, QuestionTimes times, Set<String> names, IntPredicate mayBeFound) {
        Units<UnitMetadata.OfPassage> passages = search.units().passages();
        SlotScore substance = PassageFeatures.substance(passages);
        ScoreFusion opinions = search.opinions();
        opinions.addLexical(Signal.TIME, nearness(times, passages, substance), TIME);
        opinions.addPrior(Signal.SPEAKER, PassageFeatures.saidBy(names, passages), SPEAKER);
        opinions.addPrior(Signal.STATES, PassageFeatures.states(passages), STATES);
        opinions.addAmount(Signal.SUBSTANCE, substance, SUBSTANCE);
        return opinions.best(passages.slots(), mayBeFound, search.k());
    }

    private static float[] nearness(QuestionTimes times, Units<UnitMetadata.OfPassage> passages, SlotScore substance) {
        Slots slots = passages.slots();
        float[] scores = new float[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            float nearness = times.nearness(passages.facts(slot));
            scores[slot] = nearness == 0 ? 0 : nearness + TIE * substance.of(slot);
        }
        return scores;
    }
}
