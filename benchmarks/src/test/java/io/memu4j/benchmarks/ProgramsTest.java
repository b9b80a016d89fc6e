package io.memu4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs that {@code benchmarks/run} lists run, in their quick form, and print what they promise. */
class ProgramsTest {
    @ParameterizedTest
    @CsvSource({
        "retrieve, ms CPU a call",
        "side-by-side, InMemoryEmbeddingStore",
        "growth, other users",
        "heap, MB retained",
        "storing, x plain JDBC",
    })
    void a_quick_run_prints_its_figures(String name, String promised) throws Exception {
        assertThat(printed(name)).contains(promised);
    }

    @Test
    void kernels_are_compared_with_the_bandwidth_and_codes_with_the_exact_scan() throws Exception {
        assertThat(printed("kernels")).contains("x the bandwidth reference", "recall@10");
    }

    @Test
    void every_program_has_a_class_with_a_main_method_and_a_line_that_says_what_it_measures() throws Exception {
        assertThat(programs()).hasSizeGreaterThan(8).allSatisfy(line -> {
            String[] fields = line.split("\\|");
            assertThat(fields).hasSize(3);
            assertThat(Class.forName(fields[1]).getMethod("main", String[].class))
                    .isNotNull();
            assertThat(fields[2]).isNotBlank();
        });
    }

    private static String printed(String name) throws Exception {
        String type = programs().stream()
                .map(line -> line.split("\\|"))
                .filter(fields -> fields[0].equals(name))
                .findFirst()
                .orElseThrow()[1];
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Class.forName(type).getMethod("main", String[].class).invoke(null, (Object) new String[] {"--quick"});
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<String> programs() throws IOException {
        try (InputStream in = Objects.requireNonNull(ProgramsTest.class.getResourceAsStream("programs.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
