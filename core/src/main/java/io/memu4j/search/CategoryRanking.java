package io.memu4j.search;

import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.Signal;
import java.util.List;

/** Ranks categories: by their summaries' meaning, and by the words of name, description and summary. */
final class CategoryRanking {
    /** Meaning: a topic is rarely asked for in its own words. */
    private static final double MEANING = 0.6;
    /** Words. */
    private static final double WORDS = 0.4;

    private CategoryRanking() {}

    static List<SearchHit> search(Search search) {
        SearchQuery query = search.query();
        Units<Facts.OfCategory> categories = search.units().categories();
        List<Postings> words = Question.words(query.text(), categories.words(), search.analysis());
        Opinions opinions = search.opinions();
        opinions.addDense(Signal.MEANING, Question.meaning(query, categories), MEANING);
        opinions.addLexical(Signal.WORDS, Question.wording(words, categories), WORDS);
        return opinions.best(categories.slots(), search.eligibility().categories(), search.k());
    }
}
