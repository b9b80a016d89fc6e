package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Bm25;
import io.memu4j.internal.search.index.LexicalIndex;
import io.memu4j.internal.search.index.Postings;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.internal.search.vector.VectorBlock;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.spi.search.SearchQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question made ready for one kind of unit: its words as postings, its vector only where there is something to compare it with. */
final class QuestionScorer {
    private QuestionScorer() {}

    /** The postings of the words in {@code text}. */
    static List<Postings> words(String text, LexicalIndex index, TextAnalysis analysis) {
        return index.postings(analysis.questionTerms(text, index));
    }

    /** How near the query is to each unit in meaning; null where one of both has no vector. */
    static @Nullable VectorScores meaning(SearchQuery query, Units<?> units) {
        VectorBlock vectors = units.vectors();
        float[] vector = query.vector();
        if (vector == null || vectors == null || vectors.isEmpty() || vectors.dimension() != vector.length) {
            return null;
        }
        return VectorScores.of(vectors, vector, units.slots().limit());
    }

    /** How well each unit fits the words by itself; null without words. */
    static float @Nullable [] wording(List<Postings> words, Units<?> units) {
        return words.isEmpty()
                ? null
                : Bm25.scores(units.words(), words, units.slots().limit());
    }
}
