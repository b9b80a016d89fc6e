package io.memu4j.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.value.IdSource;
import io.memu4j.model.Passage;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassagePlanTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2024-05-01T12:00:00.123456789+02:00");

    private final Clock clock = Clock.fixed(Instant.parse("2025-01-01T00:00:00.123456789Z"), ZoneOffset.UTC);
    private final IdSource ids = new IdSource() {
        private int last;

        @Override
        public String next() {
            return "id-" + last++;
        }
    };

    @Test
    void a_new_resource_gets_all_passages() {
        PassagePlan plan = replace(List.of(), segment(0, "a"), segment(2, "b"));

        assertThat(plan.kept()).isEmpty();
        assertThat(plan.deleted()).isEmpty();
        assertThat(plan.fresh()).extracting(Passage::id).containsExactly("id-0", "id-1");
        assertThat(plan.fresh()).extracting(Passage::index).containsExactly(0, 2);
        assertThat(plan.fresh())
                .allMatch(p -> p.resourceId().equals("r")
                        && p.createdAt().equals(Instant.parse("2025-01-01T00:00:00.123456Z"))
                        && OffsetDateTime.parse("2024-05-01T12:00:00.123456+02:00")
                                .equals(p.saidAt()));
    }

    @Test
    void the_same_source_keeps_everything() {
        List<Passage> stored =
                replace(List.of(), segment(0, "a"), segment(1, "b")).fresh();

        PassagePlan plan = replace(stored, segment(0, "a"), segment(1, "b"));

        assertThat(plan).isEqualTo(new PassagePlan(stored, List.of(), List.of()));
    }

    @Test
    void what_follows_the_first_difference_is_replaced() {
        List<Passage> stored = replace(List.of(), segment(0, "a"), segment(1, "b"), segment(2, "c"))
                .fresh();

        PassagePlan plan = replace(stored, segment(0, "a"), segment(1, "B"), segment(2, "c"), segment(3, "d"));

        assertThat(plan.kept()).containsExactly(stored.get(0));
        assertThat(plan.deleted()).containsExactly("id-1", "id-2");
        assertThat(plan.fresh()).extracting(Passage::text).containsExactly("B", "c", "d");
        assertThat(plan.fresh()).extracting(Passage::id).containsExactly("id-3", "id-4", "id-5");
    }

    @Test
    void a_shorter_source_deletes_the_tail_and_a_longer_one_adds_it() {
        List<Passage> stored =
                replace(List.of(), segment(0, "a"), segment(1, "b")).fresh();

        assertThat(replace(stored, segment(0, "a")))
                .isEqualTo(new PassagePlan(stored.subList(0, 1), List.of("id-1"), List.of()));
        PassagePlan longer = replace(stored, segment(0, "a"), segment(1, "b"), segment(2, "c"));
        assertThat(longer.kept()).isEqualTo(stored);
        assertThat(longer.deleted()).isEmpty();
        assertThat(longer.fresh()).extracting(Passage::text).containsExactly("c");
    }

    @Test
    void each_field_makes_a_difference() {
        List<Passage> stored = replace(List.of(), segment(0, "a")).fresh();

        for (Segment other : List.of(
                new Segment(1, 0, "Ana", "user", NOON, "a"),
                new Segment(0, 1, "Ana", "user", NOON, "a"),
                new Segment(0, 0, "Bob", "user", NOON, "a"),
                new Segment(0, 0, "Ana", "tool", NOON, "a"),
                new Segment(0, 0, "Ana", "user", NOON.plusSeconds(1), "a"),
                new Segment(0, 0, "Ana", "user", NOON.withOffsetSameInstant(ZoneOffset.UTC), "a"),
                new Segment(0, 0, "Ana", "user", null, "a"),
                new Segment(0, 0, "Ana", "user", NOON, "A"))) {
            assertThat(replace(stored, other).kept())
                    .as(other + " " + other.saidAt())
                    .isEmpty();
        }
    }

    @Test
    void appended_segments_are_numbered_on() {
        PassagePlan plan = PassagePlan.append("r", 42, List.of(segment(0, "b"), segment(2, "c")), ids, clock);

        assertThat(plan.fresh()).extracting(Passage::index).containsExactly(42, 44);
        assertThat(plan.kept()).isEmpty();
        assertThat(plan.deleted()).isEmpty();
        assertThat(PassagePlan.append("r", 0, List.of(segment(0, "b")), ids, clock)
                        .fresh())
                .extracting(Passage::index)
                .containsExactly(0);
    }

    @Test
    void a_thousand_messages_with_one_more_make_one_fresh_passage() {
        Segment[] all = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> segment(i, "m" + i))
                .toArray(Segment[]::new);
        List<Passage> stored = replace(List.of(), List.of(all).subList(0, 1_000).toArray(Segment[]::new))
                .fresh();

        assertThat(replace(stored, all).fresh()).hasSize(1);
    }

    private PassagePlan replace(List<Passage> stored, Segment... segments) {
        return PassagePlan.replace("r", stored, List.of(segments), ids, clock);
    }

    private static Segment segment(int index, String text) {
        return new Segment(index, 0, "Ana", "user", NOON, text);
    }
}
