package io.memu4j.internal.search.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel on the Vector API: four independent sums of as many lanes as the machine has. Compiled apart, with the incubating module, and
 * loaded by {@link Kernels} alone.
 */
final class VectorKernel implements DotKernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public float dot(float[] block, int at, float[] query) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        int i = 0;
        for (int end = query.length - query.length % (4 * LANES); i < end; i += 4 * LANES) {
            s0 = load(block, at + i).fma(load(query, i), s0);
            s1 = load(block, at + i + LANES).fma(load(query, i + LANES), s1);
            s2 = load(block, at + i + 2 * LANES).fma(load(query, i + 2 * LANES), s2);
            s3 = load(block, at + i + 3 * LANES).fma(load(query, i + 3 * LANES), s3);
        }
        for (int end = SPECIES.loopBound(query.length); i < end; i += LANES) {
            s0 = load(block, at + i).fma(load(query, i), s0);
        }
        float sum = s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD);
        for (; i < query.length; i++) {
            sum += block[at + i] * query[i];
        }
        return sum;
    }

    private static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }
}
