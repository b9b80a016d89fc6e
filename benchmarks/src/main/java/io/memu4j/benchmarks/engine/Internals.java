package io.memu4j.benchmarks.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The parts of the search that are not public, reached by method handles: constants, which the compiler sees through, so that they cost
 * nothing.
 */
final class Internals {
    private static final MethodHandle NEW_BLOCK;
    private static final MethodHandle PUT;
    private static final MethodHandle SETTLE;
    private static final MethodHandle DOTS;
    private static final MethodHandle DOT;
    private static final MethodHandle MEANING;
    private static final MethodHandle NOMINATE;
    private static final String KERNEL;

    static {
        try {
            Class<?> block = Class.forName("io.memu4j.internal.search.vector.VectorBlock");
            Class<?> kernel = Class.forName("io.memu4j.internal.search.vector.DotKernel");
            Class<?> kernels = Class.forName("io.memu4j.internal.search.vector.Kernels");
            Class<?> meaning = Class.forName("io.memu4j.internal.search.vector.VectorScores");
            Class<?> nomination = Class.forName("io.memu4j.internal.search.rank.CandidateSelector");
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(block, MethodHandles.lookup());
            Object best = lookup.findStaticVarHandle(kernels, "BEST", kernel).get();
            KERNEL = best.getClass().getSimpleName();
            MethodHandle constructor =
                    lookup.findConstructor(block, MethodType.methodType(void.class, int.class, int.class, kernel));
            NEW_BLOCK = MethodHandles.insertArguments(constructor, 2, best)
                    .asType(MethodType.methodType(Object.class, int.class, int.class));
            PUT = lookup.findVirtual(block, "put", MethodType.methodType(void.class, int.class, float[].class))
                    .asType(MethodType.methodType(void.class, Object.class, int.class, float[].class));
            SETTLE = lookup.findVirtual(block, "settle", MethodType.methodType(void.class))
                    .asType(MethodType.methodType(void.class, Object.class));
            DOTS = lookup.findVirtual(block, "dots", MethodType.methodType(float[].class, float[].class, int.class))
                    .asType(MethodType.methodType(float[].class, Object.class, float[].class, int.class));
            DOT = lookup.findVirtual(
                            kernel, "dot", MethodType.methodType(float.class, float[].class, int.class, float[].class))
                    .bindTo(best);
            MEANING = lookup.findStatic(meaning, "of", MethodType.methodType(meaning, block, float[].class, int.class))
                    .asType(MethodType.methodType(Object.class, Object.class, float[].class, int.class));
            NOMINATE = lookup.findStatic(
                            nomination,
                            "of",
                            MethodType.methodType(void.class, meaning, IntPredicate.class, int.class, BitSet.class))
                    .asType(MethodType.methodType(
                            void.class, Object.class, IntPredicate.class, int.class, BitSet.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Internals() {}

    /** The name of the kernel in use. */
    static String kernel() {
        return KERNEL;
    }

    /** A block of those vectors, with codes or without. */
    static Object block(float[][] vectors, boolean coded) {
        try {
            Object block = (Object) NEW_BLOCK.invokeExact(vectors[0].length, coded ? 1 : Integer.MAX_VALUE);
            for (int slot = 0; slot < vectors.length; slot++) {
                PUT.invokeExact(block, slot, vectors[slot]);
            }
            SETTLE.invokeExact(block);
            return block;
        } catch (Throwable e) { // method handles declare nothing narrower
            throw new IllegalStateException(e);
        }
    }

    /** The dot products of all rows. */
    static float[] dots(Object block, float[] query, int rows) {
        try {
            return (float[]) DOTS.invokeExact(block, query, rows);
        } catch (Throwable e) { // method handles declare nothing narrower
            throw new IllegalStateException(e);
        }
    }

    /** The kernel's dot product of two arrays of the same length. */
    static float dot(float[] one, float[] other) {
        try {
            return (float) DOT.invokeExact(one, 0, other);
        } catch (Throwable e) { // method handles declare nothing narrower
            throw new IllegalStateException(e);
        }
    }

    /** The slots of the ten best rows. */
    static BitSet bestTen(Object block, float[] query, int rows) {
        try {
            BitSet best = new BitSet();
            Object meaning = (Object) MEANING.invokeExact(block, query, rows);
            NOMINATE.invokeExact(meaning, (IntPredicate) slot -> true, 10, best);
            return best;
        } catch (Throwable e) { // method handles declare nothing narrower
            throw new IllegalStateException(e);
        }
    }
}
