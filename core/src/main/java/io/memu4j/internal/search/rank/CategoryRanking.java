package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Postings;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import java.util.List;

/** Ranks categories: by their summaries' meaning, and by the words of name, description and summary. */
final class CategoryRanking {
    /** Meaning: a topic is rarely asked for in its own words. */
    private static final double MEANING = 0.6;
    /** Words. */
    private static final double WORDS = 0.4;

    private CategoryRanking() {}

    static List<SearchHit> search(SearchContext search) {
        SearchQuery query = search.query();
        Units<UnitMetadata.OfCategory> categories = search.units().categories();
        List<Postings> words = QuestionScorer.words(query.text(), categories.words(), search.analysis());
        ScoreFusion opinions = search.opinions();
        opinions.addDense(Signal.MEANING, QuestionScorer.meaning(query, categories), MEANING);
        opinions.addLexical(Signal.WORDS, QuestionScorer.wording(words, categories), WORDS);
        return opinions.best(categories.slots(), search.eligibility().categories(), search.k());
    }
}
