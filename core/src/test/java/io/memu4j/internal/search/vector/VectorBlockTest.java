package io.memu4j.internal.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorBlockTest {
    @Test
    void the_dot_product_is_that_of_the_plain_loop_for_every_remainder_of_eight() {
        Random random = new Random(1);
        for (int dimension = 1; dimension < 40; dimension++) {
            float[] query = vector(random, dimension);
            float[] block = vector(random, 3 * dimension);
            double expected = 0;
            for (int i = 0; i < dimension; i++) {
                expected += (double) block[dimension + i] * query[i];
            }
            assertThat((double) DotProduct.of(block, dimension, query)).isCloseTo(expected, within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 20000", "5, 1", "5, 300", "4, 20000", "3, 20000", "64, 20000"})
    void every_row_is_scanned_however_the_block_has_grown_and_gaps_count_as_zero(int dimension, int codedFrom) {
        Random random = new Random(2);
        int rows = 3_000;
        float[][] vectors = new float[rows][];
        VectorBlock block = new VectorBlock(dimension, codedFrom, new ScalarKernel());
        for (int slot = rows - 1; slot >= 0; slot -= 1 + random.nextInt(3)) {
            vectors[slot] = vector(random, dimension);
            block.put(slot, vectors[slot]);
        }
        float[] query = vector(random, dimension);
        float[] dots = block.dots(query, rows + 5);

        for (int slot = 0; slot < rows; slot++) {
            float expected = vectors[slot] == null ? 0 : DotProduct.of(vectors[slot], 0, query);
            assertThat(dots[slot]).isCloseTo(expected, within(1e-5f));
            assertThat(block.dot(query, slot)).isCloseTo(expected, within(1e-5f));
        }
        assertThat(block.dots(query, 7)).containsExactly(Arrays.copyOf(dots, 7), within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"20000", "1"})
    void a_copy_is_changed_without_the_block_that_it_was_made_of(int codedFrom) {
        Random random = new Random(5);
        VectorBlock block = new VectorBlock(6, codedFrom, new ScalarKernel());
        for (int slot = 0; slot < 1_500; slot++) {
            block.put(slot, vector(random, 6));
        }
        block.settle();
        float[] query = vector(random, 6);
        float[] before = block.dots(query, 1_500);

        VectorBlock copy = block.copy();
        float[] replaced = vector(random, 6);
        copy.put(3, replaced);
        copy.remove(700);
        copy.put(1_500, replaced);
        copy.settle();

        assertThat(block.dots(query, 1_500)).isEqualTo(before);
        float[] expected = Arrays.copyOf(before, 1_501);
        expected[3] = copy.dot(query, 1_500);
        expected[700] = 0;
        expected[1_500] = expected[3];
        assertThat(copy.dots(query, 1_501)).containsExactly(expected, within(1e-6f));
        assertThat(expected[3]).isCloseTo(DotProduct.of(replaced, 0, query), within(1e-5f));
    }

    @Test
    void vectors_stay_the_same_when_they_are_laid_otherwise() {
        Random random = new Random(3);
        VectorBlock block = new VectorBlock(6, 2_000, new ScalarKernel());
        float[][] vectors = new float[2_500][];
        for (int slot = 0; slot < vectors.length; slot++) {
            vectors[slot] = vector(random, 6);
            block.put(slot, vectors[slot]);
        }
        block.settle();
        assertHolds(block, vectors);
        for (int slot = 0; slot < 1_600; slot++) {
            block.remove(slot);
            vectors[slot] = new float[6];
        }
        block.settle();
        assertThat(block.codes()).isNull();
        assertHolds(block, vectors);
        vectors[3] = vector(random, 6);
        block.put(3, vectors[3]);
        assertHolds(block, vectors);
    }

    private static void assertHolds(VectorBlock block, float[][] vectors) {
        for (int slot = 0; slot < vectors.length; slot++) {
            float[] held = new float[6];
            block.addTo(held, slot);
            assertThat(held).isEqualTo(vectors[slot]);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 20000", "7, 1", "384, 1"})
    void many_compared_together_score_to_the_bit_as_each_alone(int dimension, int codedFrom) {
        Random random = new Random(4);
        VectorBlock block = new VectorBlock(dimension, codedFrom, new ScalarKernel());
        for (int slot = 0; slot < 700; slot++) {
            block.put(slot, vector(random, dimension));
        }
        float[] query = vector(random, dimension);
        for (int count = 0; count < 10; count++) {
            int[] slots = random.ints(count, 0, 700).toArray();
            float[] bySlot = new float[700];
            block.dots(query, slots, bySlot);
            for (int slot = 0; slot < bySlot.length; slot++) {
                int compared = slot;
                boolean asked = Arrays.stream(slots).anyMatch(one -> one == compared);
                assertThat(bySlot[slot]).isEqualTo(asked ? block.dot(query, slot) : 0);
            }
        }
    }

    @Test
    void what_was_taken_for_more_slots_is_given_back_and_taken_again() {
        Random random = new Random(9);
        VectorBlock block = new VectorBlock(6);
        float[][] vectors = new float[2_400][];
        long untrimmed = 0;
        for (int slot = 0; slot < vectors.length; slot++) {
            vectors[slot] = vector(random, 6);
            block.put(slot, vectors[slot]);
            if (slot % 97 == 0) {
                untrimmed = Math.max(untrimmed, block.bytes());
                block.settle();
                assertHolds(block, Arrays.copyOf(vectors, slot + 1));
            }
        }
        block.settle();
        assertHolds(block, vectors);
        assertThat(block.bytes()).isLessThan(vectors.length * 6 * 4 * 10 / 9).isLessThan(untrimmed);
        for (int slot = 1_000; slot < vectors.length; slot++) {
            block.remove(slot);
        }
        block.settle();
        assertHolds(block, Arrays.copyOf(vectors, 1_000));
        assertThat(block.dots(vector(random, 6), 2_400)).hasSize(2_400);
        for (int slot = 1_000; slot < vectors.length; slot++) {
            block.put(slot, vectors[slot]);
        }
        assertHolds(block, vectors);
    }

    @Test
    void a_removed_row_counts_as_zero() {
        VectorBlock block = new VectorBlock(2);
        block.put(0, new float[] {1, 0});
        block.put(1, new float[] {1, 0});
        block.remove(0);

        assertThat(block.dots(new float[] {1, 0}, 2)).containsExactly(0f, 1f);
    }

    @Test
    void a_value_that_nothing_can_be_compared_with_is_refused() {
        VectorBlock block = new VectorBlock(2);
        assertThatThrownBy(() -> block.put(0, new float[] {1, Float.NaN})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> block.put(0, new float[] {Float.NEGATIVE_INFINITY, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(block.isEmpty()).isTrue();
    }

    private static float[] vector(Random random, int dimension) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = random.nextFloat() - 0.5f;
        }
        return vector;
    }
}
