package io.memu4j.extract;

import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a text is about: the nouns it comes back to in several passages. */
final class Topics {
    private static final int LEAST_PASSAGES = 2;

    private Topics() {}

    static List<String> of(List<Passage> passages, int limit) {
        Map<String, Integer> frequency = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Passage passage : passages) {
            String text = SharedPhotos.of(StageDirections.removed(Markup.removed(passage.text())))
                    .text();
            Set<String> once = new HashSet<>(Nouns.in(text, Language.of(text)));
            for (String noun : once.stream().sorted().toList()) {
                if (frequency.merge(noun, 1, Integer::sum) == 1) {
                    order.add(noun);
                }
            }
        }
        int least = passages.size() < 4 ? 1 : LEAST_PASSAGES;
        return order.stream()
                .filter(noun -> frequency.getOrDefault(noun, 0) >= least)
                .sorted(Comparator.comparingInt((String noun) -> -frequency.getOrDefault(noun, 0)))
                .limit(limit)
                .toList();
    }
}
