package io.memu4j.internal.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.text.AnalyzedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LexicalIndexTest {
    private static final int TERMS = 120;

    private final Random random = new Random(8);

    @Test
    void holds_the_terms_of_the_present_texts_whatever_came_and_went_between_two_settlements() {
        LexicalIndex index = new LexicalIndex();
        Map<Integer, List<String>> texts = new TreeMap<>();
        for (int batch = 0; batch < 60; batch++) {
            for (int change = random.nextInt(30); change >= 0; change--) {
                int slot = random.nextInt(90);
                if (random.nextInt(4) == 0) {
                    index.remove(slot);
                    texts.remove(slot);
                } else {
                    List<String> terms = text();
                    index.put(slot, new AnalyzedText(AnalysisLanguage.ENGLISH, terms));
                    texts.put(slot, terms);
                }
            }
            index.settle();
            assertHolds(index, texts);
        }
    }

    private static void assertHolds(LexicalIndex index, Map<Integer, List<String>> texts) {
        assertThat(index.size()).isEqualTo(texts.size());
        for (int i = 0; i < TERMS; i++) {
            String term = "term" + i;
            Map<Integer, Integer> expected = new TreeMap<>();
            texts.forEach((slot, text) -> {
                int frequency = (int) text.stream().filter(term::equals).count();
                if (frequency > 0) {
                    expected.put(slot, frequency);
                }
            });
            List<Postings> found = index.postings(List.of(term));
            List<List<Integer>> places = new ArrayList<>();
            for (int place = 0; !found.isEmpty() && place < found.get(0).size(); place++) {
                places.add(List.of(found.get(0).slot(place), found.get(0).frequency(place)));
            }
            assertThat(places)
                    .isEqualTo(expected.entrySet().stream()
                            .map(entry -> List.of(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    private List<String> text() {
        List<String> terms = new ArrayList<>();
        for (int i = random.nextInt(25); i >= 0; i--) {
            terms.add("term" + (int) Math.exp(random.nextDouble() * Math.log(TERMS)));
        }
        return terms;
    }
}
