package io.memu4j.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Measures the CPU time of the calling thread, which other programs on the machine hardly change. */
public final class Cpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Cpu() {}

    /** The median of so many rounds in milliseconds; {@code work} is told the number of the round. */
    public static double medianMillis(int rounds, IntConsumer work) {
        return millis(rounds, work)[rounds / 2];
    }

    /** The best of so many rounds in milliseconds. */
    public static double bestMillis(int rounds, IntConsumer work) {
        return millis(rounds, work)[0];
    }

    private static double[] millis(int rounds, IntConsumer work) {
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long before = THREADS.getCurrentThreadCpuTime();
            work.accept(round);
            millis[round] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }
}
