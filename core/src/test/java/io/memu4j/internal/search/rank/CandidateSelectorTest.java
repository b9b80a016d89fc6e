package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.search.vector.Comparison;
import io.memu4j.internal.search.vector.VectorScores;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidateSelectorTest {
    private final Random random = new Random(11);

    @Test
    void nominates_what_sorting_everything_would_and_all_that_is_level_with_the_last() {
        for (int round = 0; round < 200; round++) {
            float[] scores = new float[random.nextInt(600)];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextInt(300) - 60;
            }
            int k = 1 + random.nextInt(250);
            IntPredicate mayBeFound = slot -> slot % 3 != 0;

            BitSet nominated = new BitSet();
            CandidateSelector.of(scores, mayBeFound, k, nominated);

            assertThat(nominated.stream().toArray()).isEqualTo(expected(scores, mayBeFound, k));
        }
    }

    @Test
    void estimates_only_choose_what_is_compared_exactly() {
        float[] exact = new float[30_000];
        float[] refined = new float[exact.length];
        float[] estimates = new float[exact.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = random.nextFloat();
            refined[i] = exact[i] + 0.002f * (random.nextFloat() - 0.5f);
            estimates[i] = exact[i] + 0.02f * (random.nextFloat() - 0.5f);
        }
        int[] asked = {0, 0};
        VectorScores meaning = VectorScores.estimated(estimates, new Comparison() {
            @Override
            public float refined(int slot) {
                asked[0]++;
                return refined[slot];
            }

            @Override
            public void compare(int[] slots) {
                asked[1] += slots.length;
            }

            @Override
            public float exact(int slot) {
                return exact[slot];
            }
        });

        BitSet nominated = new BitSet();
        CandidateSelector.of(meaning, slot -> true, 10, nominated);

        assertThat(nominated.stream().toArray()).isEqualTo(expected(exact, slot -> true, 10));
        assertThat(asked[0]).isLessThan(2_100);
        assertThat(asked[1]).isLessThan(420);
    }

    private static int[] expected(float[] scores, IntPredicate mayBeFound, int k) {
        float[] best = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            best[i] = mayBeFound.test(i) ? -scores[i] : 1;
        }
        Arrays.sort(best);
        float last = best.length == 0 ? 0 : -best[Math.min(k, best.length) - 1];
        return IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0 && scores[i] >= last && mayBeFound.test(i))
                .toArray();
    }
}
