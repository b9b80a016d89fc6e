package io.memu4j.benchmarks.engine;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Compares the dense scan with the bandwidth of the memory, and the search by codes with the exact one, in one JVM, for 10,000 and 100,000
 * vectors of 384 dimensions: the best of JMH's samples, which other programs on the machine change least. The bandwidth is that of what
 * reads as many bytes fastest: {@code Arrays.equals}, or a sum of products by the kernel. Other numbers can be named; {@code --quick} takes 2,000 and little time.
 */
public final class KernelBenchmark {
    private KernelBenchmark() {}

    /** Prints a line per number of vectors. */
    public static void main(String[] args) throws RunnerException {
        boolean quick = List.of(args).contains("--quick");
        System.out.println("kernel: " + Internals.kernel());
        int[] asked = Stream.of(args)
                .filter(word -> word.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        for (int rows : quick ? new int[] {2_000} : asked.length > 0 ? asked : new int[] {10_000, 100_000}) {
            Collection<RunResult> results = new Runner(options(rows, quick)).run();
            double bandwidth = Math.min(best(results, "bandwidth") / 2, best(results, "sum"));
            double scan = best(results, "scan");
            double exact = best(results, "exact");
            double codes = best(results, "codes");
            System.out.printf(
                    Locale.ROOT,
                    "%,d x 384: scan %.2f ms = %.2f x the bandwidth reference of %.2f ms%n",
                    rows,
                    scan / 1e3,
                    scan / bandwidth,
                    bandwidth / 1e3);
            KernelScans scans = new KernelScans();
            scans.rows = rows;
            scans.fill();
            System.out.printf(
                    Locale.ROOT,
                    "%,d x 384, best 10: exact %.2f ms, codes and rescoring %.2f ms = %.3f x, recall@10 %.4f%n",
                    rows,
                    exact / 1e3,
                    codes / 1e3,
                    codes / exact,
                    scans.recall());
        }
    }

    private static org.openjdk.jmh.runner.options.Options options(int rows, boolean quick) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(KernelScans.class.getName().replace(".", "\\.") + "\\.")
                .param("rows", Integer.toString(rows))
                .forks(0) // the bandwidth has to be measured in the same JVM
                .warmupIterations(quick ? 1 : 3)
                .warmupTime(TimeValue.milliseconds(quick ? 100 : 1_000))
                .measurementIterations(quick ? 1 : 3)
                .measurementTime(TimeValue.milliseconds(quick ? 100 : 1_000))
                .verbosity(VerboseMode.SILENT);
        return options.build();
    }

    private static double best(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + name))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getStatistics()
                .getMin();
    }
}
