package io.memu4j.internal.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In JVMs of its own, with and without the Vector API's module. */
class KernelsIT {
    private record Ended(int code, String output) {}

    @Test
    void without_the_module_the_plain_kernel_is_used_and_nothing_is_warned_of() throws Exception {
        Ended ended = start();

        assertThat(ended.output().strip()).isEqualTo("kernel ScalarKernel, agrees");
        assertThat(ended.code()).isZero();
    }

    @Test
    void with_the_module_the_vector_kernel_is_used_and_agrees_with_the_plain_loop() throws Exception {
        boolean isMavenBuild = System.getProperty("basedir") != null;
        assumeTrue(
                isMavenBuild || getClass().getResource("VectorKernel.class") != null,
                "the vector kernel is compiled by Maven only");
        Ended ended = start("--add-modules", Kernels.VECTOR_MODULE);

        assertThat(ended.output()).contains("kernel VectorKernel, agrees");
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_kernel_that_cannot_be_loaded_or_miscalculates_is_not_used() {
        assertThat(Kernels.load("io.memu4j.internal.search.vector.Missing")).isEmpty();
        assertThat(Kernels.load(Miscalculating.class.getName())).isEmpty();
        assertThat(Kernels.load(ScalarKernel.class.getName())).isPresent();
    }

    /** Adds one. */
    static final class Miscalculating implements DotKernel {
        @Override
        public float dot(float[] block, int at, float[] query) {
            return DotProduct.of(block, at, query) + 1;
        }
    }

    /** What runs in the other JVM: every dimension from 1 to 130, and those of common models, against the plain loop. */
    static final class Check {
        public static void main(String[] args) {
            Random random = new Random(3);
            for (int dimension = 1; dimension <= 130; dimension++) {
                check(random, dimension);
            }
            check(random, 384);
            check(random, 1536);
            System.out.println("kernel " + Kernels.BEST.getClass().getSimpleName() + ", agrees");
        }

        private static void check(Random random, int dimension) {
            int rows = 3;
            float[] block = floats(random, rows * dimension);
            float[] query = floats(random, dimension);
            for (int row = 0; row < rows; row++) {
                double expected = 0;
                for (int i = 0; i < dimension; i++) {
                    expected += (double) block[row * dimension + i] * query[i];
                }
                assertThat((double) Kernels.BEST.dot(block, row * dimension, query))
                        .isCloseTo(expected, within(1e-4));
            }
            float[] dots = new float[4];
            int[] at = {2 * dimension, 0, dimension, dimension};
            Kernels.BEST.four(new float[][] {block, block, block, block}, at, query, dots);
            for (int i = 0; i < at.length; i++) {
                assertThat(dots[i]).isEqualTo(Kernels.BEST.dot(block, at[i], query));
            }
        }

        private static float[] floats(Random random, int length) {
            float[] floats = new float[length];
            for (int i = 0; i < length; i++) {
                floats[i] = random.nextFloat() - 0.5f;
            }
            return floats;
        }
    }

    private static Ended start(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Check.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
