package io.memu4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

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

    @Test
    void every_row_is_scanned_however_the_block_has_grown_and_gaps_count_as_zero() {
        Random random = new Random(2);
        int rows = 1_000;
        float[][] vectors = new float[rows][];
        VectorBlock block = new VectorBlock(5);
        for (int slot = rows - 1; slot >= 0; slot -= 1 + random.nextInt(3)) {
            vectors[slot] = vector(random, 5);
            block.put(slot, vectors[slot]);
        }
        float[] query = vector(random, 5);
        float[] dots = block.dots(query, rows);

        for (int slot = 0; slot < rows; slot++) {
            float expected = vectors[slot] == null ? 0 : DotProduct.of(vectors[slot], 0, query);
            assertThat(dots[slot]).isEqualTo(expected);
        }
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
