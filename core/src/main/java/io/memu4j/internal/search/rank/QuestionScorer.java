package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Bm25;
import io.memu4j.internal.search.index.Postings;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.vector.VectorBlock;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.spi.search.SearchQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores the units of one kind by the vector and by the terms of a question. */
final class QuestionScorer {
    private QuestionScorer() {}

    /** Returns the cosine of the question and each unit, or null when the question or the units have no vectors. */
    static @Nullable VectorScores vectorScores(SearchQuery query, Units<?> units) {
        VectorBlock vectors = units.vectors();
        float[] vector = query.vector();
        if (vector == null || vectors == null || vectors.isEmpty() || vectors.dimension() != vector.length) {
            return null;
        }
        return VectorScores.of(vectors, vector, units.slots().limit());
    }

    /** Returns the BM25 score of each unit, or null when no term of the question occurs. */
    static float @Nullable [] bm25(QuestionTerms terms, Units<?> units) {
        return bm25(terms.postings(units.words()), units);
    }

    /** Returns the BM25 score of each unit, or null without postings. */
    static float @Nullable [] bm25(List<Postings> postings, Units<?> units) {
        return postings.isEmpty()
                ? null
                : Bm25.scores(units.words(), postings, units.slots().limit());
    }
}
