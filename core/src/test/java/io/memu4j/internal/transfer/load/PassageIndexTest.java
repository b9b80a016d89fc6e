package io.memu4j.internal.transfer.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageIndexTest {
    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 1_000_000})
    void every_passage_is_found_whether_in_the_heap_or_in_the_file(int inHeap) {
        Map<String, String> expected = new HashMap<>();
        try (PassageIndex places = new PassageIndex(inHeap)) {
            for (int i = 0; i < 30_000; i++) {
                String own = id();
                if (i % 3 == 0) {
                    places.refused(own);
                    expected.put(own, null);
                } else {
                    String there = id();
                    places.elsewhere(own, there);
                    expected.put(own, there);
                }
            }

            expected.forEach((own, there) -> {
                assertThat(places.of(own)).isEqualTo(there == null ? own : there);
                assertThat(places.isRefused(own)).isEqualTo(there == null);
            });
            for (int i = 0; i < 1_000; i++) {
                String unknown = id();
                assertThat(places.of(unknown)).isEqualTo(unknown);
                assertThat(places.isRefused(unknown)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void a_passage_that_comes_again_is_where_it_was_found_last(int inHeap) {
        try (PassageIndex places = new PassageIndex(inHeap)) {
            String own = id();
            String there = id();
            places.refused(own);
            places.elsewhere(own, id());
            places.elsewhere(own, there);
            places.refused(own);

            assertThat(places.of(own)).isEqualTo(there);
            assertThat(places.isRefused(own)).isFalse();
        }
    }

    @Test
    void ids_that_are_next_to_each_other_or_odd_are_told_apart() {
        List<String> ids = List.of(
                "00000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-0000-000000000001",
                "00000000-0000-0001-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "ffffffff-ffff-ffff-ffff-fffffffffffe",
                "passage 1");
        try (PassageIndex places = new PassageIndex(0)) {
            for (int i = 0; i < ids.size(); i++) {
                places.elsewhere(ids.get(i), ids.get((i + 1) % ids.size()));
            }
            for (int i = 0; i < ids.size(); i++) {
                assertThat(places.of(ids.get(i))).isEqualTo(ids.get((i + 1) % ids.size()));
            }
        }
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
