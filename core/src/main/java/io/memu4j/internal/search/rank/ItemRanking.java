package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ranks items by meaning, words and time, and a little by how often and how lately they were stated. */
final class ItemRanking {
    /** Half-life of the recency of an item: 30 days, as in MemU. */
    private static final double HALF_LIFE_SECONDS = 30 * 24 * 3600.0;

    private ItemRanking() {}

    /**
     * The items of an answer.
     *
     * @param hits best first
     * @param relevance how likely they speak to the question
     */
    record RankedItems(List<SearchHit> hits, double relevance) {}

    static RankedItems top(RankingRequest request, List<SearchHit> passages) {
        Units<UnitMetadata.OfItem> items = request.units().items();
        AnalyzedQuestion question = request.question();
        ScoreFusion fusion = request.fusion(SignalWeights.ITEMS);
        VectorScores meaning = QuestionScorer.vectorScores(request.query(), items);
        fusion.addDense(Signal.MEANING, meaning);
        fusion.addLexical(Signal.WORDS, QuestionScorer.bm25(question.terms(), items));
        if (!question.times().isEmpty()) {
            fusion.addLexical(Signal.TIME, overlap(items, question.times()));
        }
        fusion.addLexical(Signal.EVIDENCE, evidence(items, passages));
        fusion.addPrior(Signal.SALIENCE, salience(items, request.query().now().toEpochSecond()));
        List<SearchHit> hits =
                fusion.top(items.slots(), request.filterEvaluator().items(), request.k());
        return new RankedItems(hits, Relevance.of(hits, request, items, meaning));
    }

    /** Returns for each item the score of the best passage found that it cites; null if no item cites one. */
    private static float @Nullable [] evidence(Units<UnitMetadata.OfItem> items, List<SearchHit> found) {
        Map<String, Float> scores = new HashMap<>();
        found.forEach(hit -> scores.put(hit.id(), (float) hit.score()));
        float[] evidence = new float[items.slots().limit()];
        boolean any = false;
        for (int slot = items.slots().next(0); slot >= 0; slot = items.slots().next(slot + 1)) {
            for (String passageId : items.metadata(slot).passageIds()) {
                Float score = scores.get(passageId);
                if (score != null) {
                    evidence[slot] = Math.max(evidence[slot], score);
                    any = true;
                }
            }
        }
        return any ? evidence : null;
    }

    /** Returns 1 for items that happened at a time of the question, by slot. */
    private static float[] overlap(Units<UnitMetadata.OfItem> items, QuestionTimes times) {
        Slots slots = items.slots();
        float[] scores = new float[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            scores[slot] = times.overlap(items.metadata(slot).happenedAt());
        }
        return scores;
    }

    /** Implemented as {@code log(1 + reinforcements) * 0.5^(age / half-life)}. */
    private static SlotScore salience(Units<UnitMetadata.OfItem> items, long now) {
        return slot -> {
            UnitMetadata.OfItem metadata = items.metadata(slot);
            double age = Math.max(0, now - metadata.reinforcedAt()) / HALF_LIFE_SECONDS;
            return (float) (Math.log(1.0 + metadata.reinforcements()) * Math.pow(0.5, age));
        };
    }
}
