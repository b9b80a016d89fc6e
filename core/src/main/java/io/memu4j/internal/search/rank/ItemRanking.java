package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Postings;
import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import java.util.List;

/** Ranks items: by what they say, and a little by how often and how recently it was said. */
final class ItemRanking {
    /** Meaning of the statement. */
    private static final double MEANING = 0.5;
    /** Words of the statement. */
    private static final double WORDS = 0.5;
    /** Happened when the question says. */
    private static final double TIME = 0.4;
    /** Small: settles what is otherwise level, and must not lift an item that is off the topic. */
    private static final double SALIENCE = 0.03;
    /** After so long an item counts half as recent; the half-life that MemU's users know. */
    private static final double HALF_LIFE_SECONDS = 30 * 24 * 3600.0;

    private ItemRanking() {}

    static List<SearchHit> search(SearchContext search) {
        SearchQuery query = search.query();
        Units<UnitMetadata.OfItem> items = search.units().items();
        List<Postings> words = QuestionScorer.words(query.text(), items.words(), search.analysis());
        ScoreFusion opinions = search.opinions();
        opinions.addDense(Signal.MEANING, QuestionScorer.meaning(query, items), MEANING);
        opinions.addLexical(Signal.WORDS, QuestionScorer.wording(words, items), WORDS);
        QuestionTimes times = QuestionTimes.in(query, search.units());
        if (!times.isEmpty()) {
            opinions.addLexical(Signal.TIME, happened(items, times), TIME);
        }
        opinions.addPrior(Signal.SALIENCE, salience(items, query.now().toEpochSecond()), SALIENCE);
        return opinions.best(items.slots(), search.eligibility().items(), search.k());
    }

    private static float[] happened(Units<UnitMetadata.OfItem> items, QuestionTimes times) {
        Slots slots = items.slots();
        float[] scores = new float[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            scores[slot] = times.overlap(items.facts(slot).happenedAt());
        }
        return scores;
    }

    private static SlotScore salience(Units<UnitMetadata.OfItem> items, long now) {
        return slot -> {
            UnitMetadata.OfItem facts = items.facts(slot);
            double age = Math.max(0, now - facts.reinforcedAt()) / HALF_LIFE_SECONDS;
            return (float) (Math.log(1.0 + facts.reinforcements()) * Math.pow(0.5, age));
        };
    }
}
