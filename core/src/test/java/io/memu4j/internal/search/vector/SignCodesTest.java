package io.memu4j.internal.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.memu4j.internal.search.rank.CandidateSelector;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignCodesTest {
    private static final int ROWS = 2_000;

    private final Random random = new Random(5);

    @ParameterizedTest
    @ValueSource(ints = {384, 100, 64, 1536})
    void the_best_by_estimate_hold_the_true_best(int dimension) {
        VectorBlock coded = new VectorBlock(dimension, 1, new ScalarKernel());
        for (int slot = 0; slot < ROWS; slot++) {
            coded.put(slot, unit(dimension));
        }
        coded.settle();
        VectorBlock plain = new VectorBlock(dimension, Integer.MAX_VALUE, new ScalarKernel());
        for (int slot = 0; slot < ROWS; slot++) {
            plain.put(slot, row(coded, slot, dimension));
        }
        int found = 0;
        for (int round = 0; round < 50; round++) {
            float[] query = near(row(coded, random.nextInt(ROWS), dimension));
            BitSet exact = best(VectorScores.of(plain, query, ROWS));
            BitSet estimated = best(VectorScores.of(coded, query, ROWS));
            exact.and(estimated);
            found += exact.cardinality();
        }
        assertThat(found).isGreaterThan(dimension < 100 ? 480 : 495);
    }

    @Test
    void a_removed_row_is_not_estimated_and_a_row_that_came_later_is() {
        VectorBlock block = new VectorBlock(64, 10, new ScalarKernel());
        for (int slot = 0; slot < 12; slot++) {
            block.put(slot, unit(64));
        }
        block.settle();
        float[] late = unit(64);
        block.put(12, late);
        block.remove(3);

        float[] estimates = block.codes().estimates(late, 13);

        SlotScore refined = block.codes().refined(late);
        assertThat(refined.of(3)).isZero();
        assertThat(refined.of(12)).isCloseTo(1f, within(1e-3f));
        assertThat(refined.of(999)).isZero();
        assertThat(estimates[3]).isZero();
        assertThat(estimates[12]).isCloseTo(1f, within(1e-3f));
        assertThat(VectorScores.of(block, late, 13).of(12)).isCloseTo(1f, within(1e-3f));
    }

    @ParameterizedTest
    @ValueSource(ints = {384, 100, 64, 1536})
    void a_refined_estimate_is_nearer_to_the_truth(int dimension) {
        VectorBlock block = new VectorBlock(dimension, 1, new ScalarKernel());
        for (int slot = 0; slot < ROWS; slot++) {
            block.put(slot, unit(dimension));
        }
        block.settle();
        float[] query = near(row(block, 7, dimension));
        float[] estimates = block.codes().estimates(query, ROWS);
        SlotScore refined = block.codes().refined(query);
        double errors = 0;
        double refinedErrors = 0;
        for (int slot = 0; slot < ROWS; slot++) {
            float exact = block.dot(query, slot);
            errors += Math.pow(estimates[slot] - exact, 2);
            refinedErrors += Math.pow(refined.of(slot) - exact, 2);
        }
        assertThat(Math.sqrt(refinedErrors / ROWS)).isLessThan(0.9 * Math.sqrt(errors / ROWS));
    }

    @Test
    void codes_come_with_the_rows_and_go_with_them() {
        VectorBlock block = new VectorBlock(8, 4, new ScalarKernel());
        for (int slot = 0; slot < 3; slot++) {
            block.put(slot, unit(8));
        }
        block.settle();
        assertThat(block.codes()).isNull();
        block.put(3, unit(8));
        block.settle();
        assertThat(block.codes()).isNotNull();
        for (int slot = 0; slot < 3; slot++) {
            block.remove(slot);
        }
        block.settle();
        assertThat(block.codes()).isNull();
    }

    private static BitSet best(VectorScores meaning) {
        BitSet best = new BitSet();
        CandidateSelector.of(meaning, slot -> true, 10, best);
        return best;
    }

    private static float[] row(VectorBlock block, int slot, int dimension) {
        float[] row = new float[dimension];
        block.addTo(row, slot);
        return row;
    }

    /** As vectors of sentences are: all somewhat alike, and those of one topic more so. */
    private float[] unit(int dimension) {
        Random topic = new Random(random.nextInt(100));
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) (0.7 * random.nextGaussian() + topic.nextGaussian() + (i % 3 == 0 ? 1 : 0));
        }
        return normalized(vector);
    }

    private float[] near(float[] vector) {
        float[] noisy = vector.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (random.nextGaussian() / Math.sqrt(noisy.length));
        }
        return normalized(noisy);
    }

    private static float[] normalized(float[] vector) {
        float length = (float) Math.sqrt(DotProduct.of(vector, 0, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
