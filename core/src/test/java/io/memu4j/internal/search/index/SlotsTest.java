package io.memu4j.internal.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void ids_are_found_as_in_a_map_however_many_come_and_go() {
        Random random = new Random(6);
        Slots slots = new Slots();
        Map<String, Integer> expected = new HashMap<>();
        for (int round = 0; round < 20_000; round++) {
            String id = id(random.nextInt(1_000));
            if (random.nextInt(5) < 3) {
                Integer known = expected.get(id);
                int slot = slots.take(id);
                assertThat(slot).isEqualTo(known == null ? lowestFree(expected, slot) : known);
                expected.put(id, slot);
            } else if (expected.containsKey(id)) {
                slots.release(expected.remove(id));
            }
            if (round % 4_000 == 0) {
                assertHolds(slots, expected);
            }
        }
        assertHolds(slots, expected);
    }

    @Test
    void ids_whose_hashes_collide_are_told_apart() {
        Slots slots = new Slots();
        List<String> alike = new ArrayList<>(List.of(""));
        for (int i = 0; i < 6; i++) {
            List<String> longer = new ArrayList<>();
            alike.forEach(text -> longer.addAll(List.of(text + "Aa", text + "BB")));
            alike = longer;
        }
        alike.forEach(slots::take);
        alike.subList(0, 40).forEach(id -> slots.release(slots.of(id)));

        assertThat(alike.subList(0, 40)).allMatch(id -> slots.of(id) == -1);
        assertThat(alike.subList(40, 64)).allMatch(id -> slots.id(slots.of(id)).equals(id));
    }

    private static int lowestFree(Map<String, Integer> used, int taken) {
        assertThat(used.values()).doesNotContain(taken);
        return used.size() < 50 ? firstGap(used) : taken;
    }

    private static int firstGap(Map<String, Integer> used) {
        int slot = 0;
        while (used.containsValue(slot)) {
            slot++;
        }
        return slot;
    }

    private static void assertHolds(Slots slots, Map<String, Integer> expected) {
        assertThat(slots.size()).isEqualTo(expected.size());
        for (int i = 0; i < 1_000; i++) {
            assertThat(slots.of(id(i))).isEqualTo(expected.getOrDefault(id(i), -1));
        }
        assertThat(slots.limit())
                .isEqualTo(expected.values().stream()
                        .mapToInt(slot -> slot + 1)
                        .max()
                        .orElse(0));
    }

    private static String id(int number) {
        return "0190-" + Integer.toHexString(number);
    }
}
