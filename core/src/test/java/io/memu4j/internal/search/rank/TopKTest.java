package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.search.index.Slots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopKTest {
    @Test
    void keeps_what_sorting_everything_would_put_first_and_settles_ties_by_id() {
        Random random = new Random(7);
        Slots slots = new Slots();
        List<Integer> order = new ArrayList<>();
        float[] scores = new float[500];
        for (int i = 0; i < scores.length; i++) {
            order.add(slots.take("id" + random.nextInt(1_000_000)));
            scores[i] = random.nextInt(40);
        }
        order.sort(Comparator.comparing((Integer s) -> -scores[s]).thenComparing(slots::id));

        for (int k : new int[] {1, 2, 10, 499, 500, 600}) {
            TopK best = new TopK(k, slots);
            for (int slot = 0; slot < scores.length; slot++) {
                best.offer(slot, scores[slot]);
            }
            List<Integer> kept = new ArrayList<>();
            while (!best.isEmpty()) {
                kept.add(0, best.pollWorst());
            }
            assertThat(kept).isEqualTo(order.subList(0, Math.min(k, order.size())));
        }
    }

    @Test
    void keeps_nothing_when_nothing_is_wanted() {
        TopK best = new TopK(0, new Slots());
        best.offer(0, 1);
        assertThat(best.isEmpty()).isTrue();
    }
}
