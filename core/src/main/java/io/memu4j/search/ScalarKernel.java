package io.memu4j.search;

/** The kernel that runs everywhere: {@link DotProduct}, row by row. */
final class ScalarKernel implements DotKernel {
    @Override
    public float dot(float[] block, int at, float[] query) {
        return DotProduct.of(block, at, query);
    }

    @Override
    public void dots(float[] block, int rows, float[] query, float[] dots, int first) {
        for (int row = 0; row < rows; row++) {
            dots[first + row] = DotProduct.of(block, row * query.length, query);
        }
    }
}
