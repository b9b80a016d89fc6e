package io.memu4j.internal.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.text.AnalyzedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class Bm25Test {
    private final LexicalIndex index = new LexicalIndex();

    @Test
    void the_score_is_that_of_the_formula() {
        put(0, "cat", "cat", "dog");
        put(1, "dog", "bird", "fish", "frog", "newt");

        float[] scores = Bm25.scores(index, index.postings(List.of("cat")), 2);

        // idf = ln(1 + (2 - 1 + 0.5) / (1 + 0.5)) = ln 2; length 3 of 4 on average
        double expected = Math.log(2) * 2 / (2 + 1.2 * (0.25 + 0.75 * 3 / 4));
        assertThat((double) scores[0]).isCloseTo(expected, within(1e-6));
        assertThat(scores[1]).isZero();
    }

    @Test
    void a_rare_word_weighs_more_than_a_frequent_one() {
        put(0, "cat", "x");
        put(1, "dog", "x");
        put(2, "dog", "x");

        float[] scores = Bm25.scores(index, index.postings(List.of("cat", "dog")), 3);

        assertThat(scores[0]).isGreaterThan(scores[1]);
    }

    @Test
    void what_was_removed_or_replaced_leaves_no_trace_in_the_scores() {
        put(0, "cat", "dog");
        put(1, "cat", "bird");
        put(2, "cat", "cat", "cat", "cat", "cat", "cat");
        index.put(0, new AnalyzedText(AnalysisLanguage.GERMAN, List.of("katze")));
        put(0, "cat", "fish");
        index.remove(2);
        LexicalIndex fresh = new LexicalIndex();
        fresh.put(0, new AnalyzedText(AnalysisLanguage.ENGLISH, List.of("cat", "fish")));
        fresh.put(1, new AnalyzedText(AnalysisLanguage.ENGLISH, List.of("cat", "bird")));

        List<String> query = List.of("cat", "dog", "fish", "katze");
        assertThat(Bm25.scores(index, index.postings(query), 3))
                .isEqualTo(Bm25.scores(fresh, fresh.postings(query), 3));
        assertThat(index.has(AnalysisLanguage.GERMAN)).isFalse();
    }

    private void put(int slot, String... terms) {
        index.put(slot, new AnalyzedText(AnalysisLanguage.ENGLISH, List.of(terms)));
    }
}
