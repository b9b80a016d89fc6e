package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreFusionTest {
    private final Slots slots = new Slots();
    private final Map<Signal, Double> weights = new EnumMap<>(Signal.class);
    private final ScoreFusion fusion = new ScoreFusion(weights::get, Set.of(), false);

    ScoreFusionTest() {
        List.of("a", "b", "c").forEach(slots::take);
    }

    @Test
    void scores_are_scaled_over_the_candidates_weighted_and_summed() {
        weights.put(Signal.MEANING, 0.6d);
        fusion.addDense(Signal.MEANING, VectorScores.exact(new float[] {0.9f, 0.7f, 0.5f}));
        weights.put(Signal.WORDS, 0.4d);
        fusion.addLexical(Signal.WORDS, new float[] {0, 10, 5});

        List<SearchHit> hits = fusion.top(slots, s -> true, 3);

        assertThat(hits).extracting(SearchHit::id).containsExactly("b", "a", "c");
        assertThat(hits.get(0).score()).isCloseTo(0.6 * 0.5 + 0.4, within(1e-6));
        assertThat(hits.get(1).score()).isCloseTo(0.6, within(1e-6));
        assertThat(hits.get(2).score()).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void a_signal_with_nothing_to_say_changes_nothing() {
        weights.put(Signal.WORDS, 1d);
        fusion.addLexical(Signal.WORDS, new float[] {1, 2, 4});
        List<SearchHit> alone = fusion.top(slots, s -> true, 3);
        weights.put(Signal.MEANING, 5d);
        fusion.addDense(Signal.MEANING, null);
        weights.put(Signal.WORDS, 5d);
        fusion.addLexical(Signal.WORDS, new float[] {0, 0, 0});

        assertThat(fusion.top(slots, s -> true, 3)).isEqualTo(alone);
    }

    @Test
    void a_prior_orders_candidates_and_selects_none() {
        weights.put(Signal.WORDS, 1d);
        fusion.addLexical(Signal.WORDS, new float[] {1, 1, 0});
        weights.put(Signal.DECLARATIVE, 0.1d);
        fusion.addPrior(Signal.DECLARATIVE, slot -> slot == 0 ? 0 : 1);

        assertThat(fusion.top(slots, s -> true, 3)).extracting(SearchHit::id).containsExactly("b", "a");
    }

    @Test
    void a_hint_counts_less_among_few() {
        weights.put(Signal.WORDS, 0.5d);
        fusion.addLexical(Signal.WORDS, new float[] {10, 9, 0});
        weights.put(Signal.ENTITIES, 0.1d);
        fusion.addHint(Signal.ENTITIES, slot -> slot == 0 ? 0 : 1);

        List<SearchHit> hits = fusion.top(slots, s -> true, 3);

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
        weights.put(Signal.WORDS, 0.5d);
        fusion.addLexical(Signal.WORDS, scores);
        weights.put(Signal.ENTITIES, 0.1d);
        fusion.addHint(Signal.ENTITIES, slot -> slot == 1 ? 1 : 0);

        assertThat(fusion.top(slots, s -> true, 3).get(0).id()).isEqualTo("b");
    }

    @Test
    void a_unit_without_a_vector_does_not_squeeze_the_others_together() {
        weights.put(Signal.MEANING, 1d);
        fusion.addDense(Signal.MEANING, VectorScores.exact(new float[] {0.8f, 0.7f, 0}));
        weights.put(Signal.WORDS, 1d);
        fusion.addLexical(Signal.WORDS, new float[] {0, 0.2f, 0.4f});

        assertThat(fusion.top(slots, s -> true, 3).get(0).id()).isEqualTo("a");
    }

    @Test
    void what_may_not_be_found_is_neither_returned_nor_the_measure_of_others() {
        weights.put(Signal.WORDS, 1d);
        fusion.addLexical(Signal.WORDS, new float[] {100, 1, 2});

        List<SearchHit> hits = fusion.top(slots, slot -> slot != 0, 3);

        assertThat(hits).containsExactly(new SearchHit("c", 1), new SearchHit("b", 0.5));
    }

    @Test
    void a_placed_unit_is_among_the_first_ten_and_not_before_what_outranks_it() {
        Slots many = new Slots();
        float[] scores = new float[30];
        for (int i = 0; i < scores.length; i++) {
            many.take("u" + (100 + i));
            scores[i] = 100 - i;
        }
        weights.put(Signal.WORDS, 1d);
        fusion.addLexical(Signal.WORDS, scores);
        fusion.place(Signal.STANDING, new int[] {29, 3});

        List<String> ids =
                fusion.top(many, s -> true, 30).stream().map(SearchHit::id).toList();

        assertThat(ids.subList(0, 8)).containsExactly("u100", "u101", "u102", "u103", "u104", "u105", "u106", "u107");
        assertThat(ids.indexOf("u129")).isBetween(8, 9);
        assertThat(ids).doesNotHaveDuplicates().hasSize(30);
    }
}
