package io.memu4j.importer.memu;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.importer.memu.MemuReport.VectorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornVectorsTest {
    @TempDir
    Path folder;

    @Test
    void of_a_thousand_torn_files_every_entry_that_is_whole_is_taken() throws IOException {
        MemuFiles.Large large = MemuFiles.large(12, 16);
        Random random = new Random(42);
        Path file = folder.resolve("vectors.json");
        for (int round = 0; round < 1_000; round++) {
            int cut = random.nextInt(large.json().length);
            Files.write(file, Arrays.copyOf(large.json(), cut));
            try (VectorEntries read = VectorEntries.read(file, round % 10 == 0)) {
                VectorsFile summary = read.summary();
                assertThat(summary.usable())
                        .as("cut at %s", cut)
                        .isEqualTo(
                                large.ends().stream().filter(end -> end <= cut).count());
                assertThat(summary.unusable()).isZero();
                assertThat(summary.problem()).isNotBlank();
            }
        }
    }

    @Test
    void a_whole_file_has_no_problem_and_gives_its_vectors_with_length_one() throws IOException {
        try (VectorEntries read = VectorEntries.read(MemuFiles.vectors(folder), true)) {
            assertThat(read.summary()).isEqualTo(new VectorsFile(5, 0, null));
            assertThat(read.dimension()).isEqualTo(3);
            var entry = read.entry("items", MemuFiles.ALICE_NURSE);
            assertThat(entry).isNotNull();
            assertThat(read.vector(entry)).containsExactly(0f, 0.6f, 0.8f);
            assertThat(read.entry("items", "other")).isNull();
        }
    }

    @Test
    void only_the_texts_of_resources_wait_in_the_heap() throws IOException {
        String entry = MemuFiles.entry("id", "alice", "[1]", "What was embedded.");
        Path file = Files.writeString(
                folder.resolve("texts.json"), "{\"items\": {" + entry + "}, \"resources\": {" + entry + "}}");
        try (VectorEntries read = VectorEntries.read(file, false)) {
            assertThat(read.entry("items", "id"))
                    .extracting(VectorEntries.Entry::text)
                    .isNull();
            assertThat(read.entry("resources", "id"))
                    .extracting(VectorEntries.Entry::text)
                    .isEqualTo("What was embedded.");
        }
    }

    @Test
    void what_is_no_vector_is_counted_and_the_rest_is_read() throws IOException {
        Path file = Files.writeString(
                folder.resolve("odd.json"),
                "{\"version\": 3, \"list\": [1, {}], \"items\": {\"a\": 5, \"b\": null, \"c\": [], \"d\": {\"vector\":"
                        + " [1, \"x\", [2]], \"more\": {\"a\": [1]}}, \"e\": {\"vector\": [NaN, 1]}, \"f\": {\"vector\": [0, 0]},"
                        + " \"g\": {\"text\": 4}, \"h\": {\"vector\": []}, "
                        + MemuFiles.entry("good", "alice", "[1]", "x") + "}}");
        try (VectorEntries read = VectorEntries.read(file, false)) {
            assertThat(read.summary()).isEqualTo(new VectorsFile(1, 8, null));
        }
        for (String text :
                new String[] {"", "[]", "nonsense", "\u0000\u0001", "{\"items\": {\"a\": {\"vector\": [1,"}) {
            Files.writeString(file, text);
            try (VectorEntries read = VectorEntries.read(file, false)) {
                assertThat(read.summary().usable()).isZero();
                assertThat(read.summary().problem()).isNotBlank();
            }
        }
    }
}
