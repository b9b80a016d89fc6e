package io.memu4j.benchmarks.engine;

import io.memu4j.benchmarks.corpus.Vectors;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What {@link KernelBenchmark} has JMH measure: a search of the ten nearest vectors of 384 dimensions, and its parts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelScans {
    private static final int DIMENSION = 384;
    private static final int QUERIES = 64;

    /** Number of vectors. */
    @Param({"10000", "100000"})
    public int rows;

    private int[] some = {};
    private int[] same = {};
    private float[] half = {};
    private float[] otherHalf = {};
    private Object plain = new Object();
    private Object coded = new Object();
    private float[][] queries = {};
    private int next;

    /** Makes the vectors. */
    @Setup
    public void fill() {
        Vectors vectors = new Vectors(DIMENSION, 3);
        float[][] all = new float[rows][];
        for (int i = 0; i < rows; i++) {
            all[i] = vectors.next();
        }
        queries = new float[QUERIES][];
        for (int i = 0; i < QUERIES; i++) {
            queries[i] = vectors.near(all[i * (rows / QUERIES)]);
        }
        plain = Internals.block(all, false);
        coded = Internals.block(all, true);
        some = new int[rows * DIMENSION];
        Arrays.setAll(some, i -> i);
        same = some.clone();
        half = new float[rows * DIMENSION / 2];
        Arrays.fill(half, 0.5f);
        otherHalf = half.clone();
    }

    /** Reads twice as much memory as the vectors take: what the JVM compares fastest. */
    @Benchmark
    public boolean bandwidth() {
        return Arrays.equals(some, same);
    }

    /** Reads as much memory as the vectors take: with the Vector API, what sums up fastest. */
    @Benchmark
    public float sum() {
        return Internals.dot(half, otherHalf);
    }

    /** Dot products with all. */
    @Benchmark
    public float[] scan() {
        return Internals.dots(plain, query(), rows);
    }

    /** The ten best, all compared exactly. */
    @Benchmark
    public BitSet exact() {
        return Internals.bestTen(plain, query(), rows);
    }

    /** The ten best by codes, then exactly. */
    @Benchmark
    public BitSet codes() {
        return Internals.bestTen(coded, query(), rows);
    }

    /** The share of the ten best that are found by codes. */
    double recall() {
        int found = 0;
        for (float[] query : queries) {
            BitSet best = Internals.bestTen(plain, query, rows);
            best.and(Internals.bestTen(coded, query, rows));
            found += Math.min(10, best.cardinality());
        }
        return found / (10.0 * queries.length);
    }

    private float[] query() {
        return queries[next++ % QUERIES];
    }
}
