package io.memu4j.search;

/** The kernel that runs everywhere: {@link DotProduct}. */
final class ScalarKernel implements DotKernel {
    @Override
    public float dot(float[] block, int at, float[] query) {
        return DotProduct.of(block, at, query);
    }
}
