package io.memu4j.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Closing;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryItem.Origin;
import io.memu4j.model.MemoryType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupersessionTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-01T08:00:00Z");
    private static final Instant NOTICED = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void another_value_closes_the_one_before_and_says_which_rule_did() {
        Said old = said(1, "Kim", "I live in Ulm.");
        Said current = said(2, "Kim", "I live in Bonn.");
        List<MemoryItem> changed = decide(old, current);

        assertThat(closing(changed, old)).contains(new Closing("rule home: another value", "2", NOTICED));
        assertThat(changed)
                .filteredOn(item -> item.id().equals("2"))
                .allMatch(item -> item.closing() == null && item.holds().from() != null);
    }

    @Test
    void the_order_of_storing_does_not_matter() {
        List<Said> said = new ArrayList<>(List.of(
                said(1, "Kim", "I live in Ulm."),
                said(2, "Kim", "I moved to Bonn."),
                said(3, "Lee", "I live in Ulm."),
                said(4, "Kim", "I smoke about ten cigarettes a day."),
                said(5, "Kim", "I quit smoking."),
                said(6, "Kim", "I live in Jena.")));
        List<MemoryItem> forwards = Supersession.decide(said, NOTICED);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(said, random);
            assertThat(Supersession.decide(said, NOTICED)).containsExactlyInAnyOrderElementsOf(forwards);
        }
        assertThat(forwards)
                .filteredOn(item -> item.closing() != null)
                .extracting(MemoryItem::id)
                .containsExactlyInAnyOrder("1", "2", "4");
    }

    @Test
    void nobody_else_and_nothing_else_closes_a_statement() {
        assertThat(decide(
                        said(1, "Kim", "I live in Ulm."),
                        said(2, "Lee", "I moved to Bonn."),
                        said(3, "Kim", "My sister lives in Bonn."),
                        said(4, "Kim", "I might move to Bonn."),
                        said(5, "Kim", "I work at Bonnprint.")))
                .allMatch(item -> item.closing() == null);
    }

    @Test
    void what_a_person_made_or_edited_stays_open() {
        Said edited = with(said(1, "Kim", "I live in Ulm."), Origin.EDITED);
        Said created = with(said(2, "Kim", "I live in Ulm near the river."), Origin.CREATED);
        assertThat(decide(edited, created, said(3, "Kim", "I moved to Bonn.")))
                .allMatch(item -> item.closing() == null);
    }

    @Test
    void a_closing_by_a_rule_is_taken_back_when_the_rule_decides_otherwise() {
        Said old = said(1, "Kim", "I live in Ulm.");
        Said other = said(2, "Kim", "I like Bonn.");
        MemoryItem closed = old.item().toBuilder()
                .closing(new Closing("rule home: a change", "2", NOTICED))
                .build();
        assertThat(Supersession.decide(List.of(old.with(closed), other), NOTICED))
                .singleElement()
                .satisfies(item -> assertThat(item.closing()).isNull());
    }

    @Test
    void the_comparisons_grow_with_the_statements_and_not_with_their_square() {
        List<Said> about = IntStream.range(0, 3_000)
                .mapToObj(n -> said(n, n % 2 == 0 ? "Kim" : "Lee", "I have a meeting on Monday about plan" + n + "."))
                .toList();
        LaterStatements later = new LaterStatements(about);
        long compared = IntStream.range(0, about.size())
                .mapToLong(place -> later.after(place).size())
                .sum();
        assertThat(compared).isPositive().isLessThanOrEqualTo(about.size() * (long) LaterStatements.MOST);

        List<Said> different = IntStream.range(0, 3_000)
                .mapToObj(n -> said(n, "Kim", "The lamp" + n + " stands beside door" + n + "."))
                .toList();
        LaterStatements none = new LaterStatements(different);
        assertThat(IntStream.range(0, different.size()))
                .allMatch(place -> none.after(place).isEmpty());
    }

    private static List<MemoryItem> decide(Said... said) {
        return Supersession.decide(Arrays.asList(said), NOTICED);
    }

    private static Optional<Closing> closing(List<MemoryItem> changed, Said said) {
        return changed.stream()
                .filter(item -> item.id().equals(said.item().id()))
                .findFirst()
                .map(MemoryItem::closing);
    }

    private static Said with(Said said, Origin origin) {
        return said.with(said.item().toBuilder().origin(origin).build());
    }

    private static Said said(int day, String speaker, String statement) {
        OffsetDateTime at = START.plusHours(day);
        MemoryItem item = MemoryItem.builder(String.valueOf(day), MemoryType.PROFILE, statement, at.toInstant())
                .saidAt(at)
                .speaker(speaker)
                .build();
        return Said.of(item, speaker, 0);
    }
}
