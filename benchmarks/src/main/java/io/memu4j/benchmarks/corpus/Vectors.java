package io.memu4j.benchmarks.corpus;

import java.util.Random;

/**
 * Made-up unit vectors that lie as those of sentences do: all somewhat alike, in many topics, with most of their spread in few directions.
 * A query is near one of the vectors, with a cosine of about 0.7 to it.
 */
public final class Vectors {
    private static final int TOPICS = 300;

    private final int dimension;
    private final Random random;
    private final float[] spread;
    private final float[] common;
    private final float[][] topics;

    /** Makes a source of vectors that gives the same ones for the same seed. */
    public Vectors(int dimension, long seed) {
        this.dimension = dimension;
        this.random = new Random(seed);
        this.spread = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            spread[i] = (float) Math.pow(1 + i / 16.0, -0.5);
        }
        this.common = scaled(noise(), 0.7f);
        this.topics = new float[TOPICS][];
        for (int i = 0; i < TOPICS; i++) {
            topics[i] = scaled(noise(), 0.8f);
        }
    }

    /** The next vector. */
    public float[] next() {
        return unit(sum(common, topics[random.nextInt(TOPICS)], noise()));
    }

    /** A vector near that one. */
    public float[] near(float[] vector) {
        return unit(sum(vector, scaled(noise(), 0.85f), new float[dimension]));
    }

    private float[] noise() {
        float[] noise = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            noise[i] = (float) random.nextGaussian() * spread[i];
        }
        return unit(noise);
    }

    private static float[] scaled(float[] vector, float by) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= by;
        }
        return vector;
    }

    private static float[] sum(float[] a, float[] b, float[] c) {
        float[] sum = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i] + c[i];
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return scaled(vector, (float) (1 / Math.sqrt(squares)));
    }
}
