package io.memu4j.llm.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.internal.category.CategoryLinker;
import io.memu4j.internal.category.TopicCandidate;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.llm.Models;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The default categories, the default threshold and the real model on 58 statements labelled by hand: at least 50 must go right. */
class CategoryLinkingTest {
    private static final double BAR = 50.0 / 58;

    @Test
    void with_the_local_model_statements_find_their_category() throws IOException {
        try (Models models = new LocalModelProvider().create(LlmConfig.local())) {
            assertThat(shareRight(models)).isGreaterThanOrEqualTo(BAR);
        }
    }

    @Test
    void without_a_model_statements_find_their_category() throws IOException {
        assertThat(shareRight(Models.none())).isGreaterThanOrEqualTo(BAR);
    }

    private static double shareRight(Models available) throws IOException {
        ModelCalls models = ModelCalls.of(available);
        List<Labelled> rows = rows();
        CategoryLinker linker =
                new CategoryLinker(CategoryDefinition.DEFAULTS, MemorizeConfig.DEFAULT.categoryThreshold());
        long right = rows.stream()
                .filter(row -> {
                    float[] vector = models.embedding()
                            .map(m -> m.embedAll(List.of(row.text())).get(0))
                            .orElse(null);
                    TopicCandidate candidate = new TopicCandidate(row.type(), row.text(), vector, List.of());
                    List<String> found = linker.link(List.of(candidate), models).get(0);
                    return !found.isEmpty() && row.categories().contains(found.get(0));
                })
                .count();
        return (double) right / rows.size();
    }

    private static List<Labelled> rows() throws IOException {
        try (InputStream in = CategoryLinkingTest.class.getResourceAsStream("labelled-statements.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 3))
                    .map(row -> new Labelled(new MemoryType(row[0]), List.of(row[1].split(",\\s*")), row[2]))
                    .toList();
        }
    }

    private record Labelled(MemoryType type, List<String> categories, String text) {}
}
