package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreFusionTest {
    private final Slots slots = new Slots();
    private final ScoreFusion opinions = new ScoreFusion(Set.of(), false);

    ScoreFusionTest() {
        List.of("a", "b", "c").forEach(slots::take);
    }

    @Test
    void scores_are_scaled_over_the_candidates_weighted_and_summed() {
        opinions.addDense(Signal.MEANING, VectorScores.exact(new float[] {0.9f, 0.7f, 0.5f}), 0.6);
        opinions.addLexical(Signal.WORDS, new float[] {0, 10, 5}, 0.4);

        List<SearchHit> hits = opinions.best(slots, s -> true, 3);

        assertThat(hits).extracting(SearchHit::id).containsExactly("b", "a", "c");
        assertThat(hits.get(0).score()).isCloseTo(0.6 * 0.5 + 0.4, within(1e-6));
        assertThat(hits.get(1).score()).isCloseTo(0.6, within(1e-6));
        assertThat(hits.get(2).score()).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void a_signal_with_nothing_to_say_changes_nothing() {
        opinions.addLexical(Signal.WORDS, new float[] {1, 2, 4}, 1);
        List<SearchHit> alone = opinions.best(slots, s -> true, 3);
        opinions.addDense(Signal.MEANING, null, 5);
        opinions.addLexical(Signal.WORDS, new float[] {0, 0, 0}, 5);

        assertThat(opinions.best(slots, s -> true, 3)).isEqualTo(alone);
    }

    @Test
    void circumstances_order_candidates_and_find_none() {
        opinions.addLexical(Signal.WORDS, new float[] {1, 1, 0}, 1);
        opinions.addPrior(Signal.STATES, slot -> slot == 0 ? 0 : 1, 0.1);

        assertThat(opinions.best(slots, s -> true, 3)).extracting(SearchHit::id).containsExactly("b", "a");
    }

    @Test
    void a_hint_counts_less_among_few() {
        opinions.addLexical(Signal.WORDS, new float[] {10, 9, 0}, 0.5);
        opinions.addHint(Signal.PARTICULARS, slot -> slot == 0 ? 0 : 1, 0.1);

        List<SearchHit> hits = opinions.best(slots, s -> true, 3);

        assertThat(hits).extracting(SearchHit::id).containsExactly("a", "b");
        assertThat(hits.get(1).score()).isCloseTo((0.5 * 0.9 + 0.01) / 0.51, within(1e-6));
    }

    @Test
    void a_hint_counts_in_full_among_many() {
        float[] scores = new float[20];
        for (int i = 0; i < scores.length; i++) {
            slots.take("x" + i);
            scores[i] = 10 - 0.1f * i;
        }
        opinions.addLexical(Signal.WORDS, scores, 0.5);
        opinions.addHint(Signal.PARTICULARS, slot -> slot == 1 ? 1 : 0, 0.1);

        assertThat(opinions.best(slots, s -> true, 3).get(0).id()).isEqualTo("b");
    }

    @Test
    void a_unit_without_a_vector_does_not_squeeze_the_others_together() {
        opinions.addDense(Signal.MEANING, VectorScores.exact(new float[] {0.8f, 0.7f, 0}), 1);
        opinions.addLexical(Signal.WORDS, new float[] {0, 0.2f, 0.4f}, 1);

        assertThat(opinions.best(slots, s -> true, 3).get(0).id()).isEqualTo("a");
    }

    @Test
    void what_may_not_be_found_is_neither_returned_nor_the_measure_of_others() {
        opinions.addLexical(Signal.WORDS, new float[] {100, 1, 2}, 1);

        List<SearchHit> hits = opinions.best(slots, slot -> slot != 0, 3);

        assertThat(hits).containsExactly(new SearchHit("c", 1), new SearchHit("b", 0.5));
    }
}
