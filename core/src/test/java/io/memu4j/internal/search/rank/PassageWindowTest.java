package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.memu4j.internal.search.index.Bm25;
import io.memu4j.internal.search.index.LexicalIndex;
import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.text.AnalyzedText;
import io.memu4j.internal.search.text.EntityFeatures;
import io.memu4j.internal.search.text.Standing;
import io.memu4j.internal.search.vector.DotProduct;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.spi.store.OwnerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageWindowTest {
    private static final int LENGTH = 6;

    private final ScopeUnits units = new ScopeUnits();
    private final List<List<String>> texts = List.of(
            List.of("soup", "soup", "bread"),
            List.of("rain"),
            List.of("soup"),
            List.of("wind", "rain"),
            List.of("bread", "salt", "milk"),
            List.of("tea"));

    @Test
    void the_meaning_of_a_window_is_the_cosine_with_the_mean_of_its_vectors() {
        float[][] vectors = vectors();
        putBackwards(vectors);
        float[] query = vectors()[3];
        float[] dots = units.passages().vectors().dots(query, LENGTH);

        float[] scores = window().vectorScores(VectorScores.exact(dots)).scores();

        for (int i = 0; i < LENGTH; i++) {
            float[] sum = new float[4];
            for (int j = Math.max(0, i - 1); j <= Math.min(LENGTH - 1, i + 1); j++) {
                for (int d = 0; d < 4; d++) {
                    sum[d] += vectors[j][d];
                }
            }
            double norm = Math.sqrt(DotProduct.of(sum, 0, sum));
            assertThat((double) scores[slot(i)]).isCloseTo(DotProduct.of(sum, 0, query) / norm, within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20})
    void the_words_of_a_window_score_as_if_its_passages_were_one_text(int reach) {
        putBackwards(vectors());
        LexicalIndex joined = new LexicalIndex();
        for (int i = 0; i < LENGTH; i++) {
            List<String> terms = new ArrayList<>();
            for (int j = Math.max(0, i - reach); j <= Math.min(LENGTH - 1, i + reach); j++) {
                terms.addAll(texts.get(j));
            }
            joined.put(slot(i), new AnalyzedText(AnalysisLanguage.ENGLISH, terms));
        }
        List<String> query = List.of("soup", "rain", "nowhere", "milk");
        LexicalIndex words = units.passages().words();

        assertThat(window().bm25(words.postings(query), words, reach))
                .isEqualTo(Bm25.scores(joined, joined.postings(query), LENGTH));
    }

    @Test
    void a_window_ends_where_its_resource_ends() {
        put("a", "r1", 0, List.of("soup"));
        put("b", "r2", 0, List.of("rain"));
        units.settle();
        LexicalIndex words = units.passages().words();

        assertThat(window().bm25(words.postings(List.of("soup")), words, 1)[slotOf("b")])
                .isZero();
    }

    private PassageWindow window() {
        return new PassageWindow(units.order(), units.passages().slots());
    }

    private void putBackwards(float[][] vectors) {
        for (int i = LENGTH - 1; i >= 0; i--) {
            put("p" + i, "r", i, texts.get(i));
            units.putVector(OwnerKind.PASSAGE, "p" + i, vectors[i]);
            units.settle();
        }
    }

    private void put(String id, String resourceId, int index, List<String> terms) {
        units.putPassage(
                id,
                new UnitMetadata.OfPassage(
                        resourceId, index, 0, null, false, EntityFeatures.NONE, false, Standing.NONE, 0, 0),
                new AnalyzedText(AnalysisLanguage.ENGLISH, terms));
    }

    private int slot(int index) {
        return slotOf("p" + index);
    }

    private int slotOf(String id) {
        return units.passages().slots().of(id);
    }

    private static float[][] vectors() {
        Random random = new Random(3);
        float[][] vectors = new float[LENGTH][4];
        for (float[] vector : vectors) {
            for (int d = 0; d < 4; d++) {
                vector[d] = random.nextFloat() - 0.3f;
            }
        }
        return vectors;
    }
}
