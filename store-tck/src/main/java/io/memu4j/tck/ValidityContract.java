package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Closing;
import io.memu4j.model.HappenedAt.Precision;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.TimeBound;
import io.memu4j.model.Validity;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When items were said, when they hold, and what they are about. */
abstract class ValidityContract extends StoreTopic {
    private static final OffsetDateTime SAID = OffsetDateTime.parse("2026-03-01T09:30:00.123456+05:30");

    @ParameterizedTest
    @EnumSource(Precision.class)
    void the_times_and_the_closing_of_an_item_come_back_as_given(Precision precision) {
        MemoryItem closed = Samples.item("Ana lives in Porto").toBuilder()
                .saidAt(SAID)
                .holds(new Validity(bound("2019-12-31T23:59", precision), bound("2026-05-01T00:00", precision)))
                .closing(new Closing("home: moved", Samples.IDS.next(), Samples.now()))
                .fact("home")
                .expiresAt(Samples.now())
                .build();
        applied(mine, changes().put(closed));

        assertThat(mine.item(closed.id()))
                .contains(closed.toBuilder().version(1).build());
    }

    @Test
    void an_item_is_closed_and_opened_again() {
        MemoryItem open = Samples.item("Ana lives in Porto");
        applied(mine, changes().put(open));
        MemoryItem stored = mine.item(open.id()).orElseThrow();
        MemoryItem closed = stored.toBuilder()
                .holds(Validity.OPEN.withUntil(bound("2026-05-01T00:00", Precision.MONTH)))
                .closing(new Closing("caller", null, Samples.now()))
                .build();
        applied(mine, changes().put(closed));
        assertThat(mine.item(open.id())).contains(closed.toBuilder().version(2).build());

        applied(mine, changes().put(stored.toBuilder().version(2).build()));
        assertThat(mine.item(open.id())).contains(stored.toBuilder().version(3).build());
    }

    @Test
    void what_is_stated_again_was_said_at_the_later_of_both_times() {
        MemoryItem first = said("Likes tea", SAID);
        applied(mine, changes().put(first));
        applied(mine, changes().put(said("Likes tea", SAID.plusDays(2))));
        assertThat(mine.item(first.id()).orElseThrow().saidAt()).isEqualTo(SAID.plusDays(2));

        applied(mine, changes().put(said("Likes tea", SAID.plusDays(1))).put(said("Likes tea", null)));
        assertThat(mine.item(first.id()).orElseThrow().saidAt()).isEqualTo(SAID.plusDays(2));
    }

    @Test
    void items_are_found_by_what_they_are_about_within_the_scope_only() {
        MemoryItem home =
                Samples.item("Lives in Porto").toBuilder().fact("home").build();
        MemoryItem work =
                Samples.item("Works at the mill").toBuilder().fact("employer").build();
        applied(mine, changes().put(home).put(work).put(Samples.item("Likes tea")));
        applied(
                fresh(),
                changes()
                        .put(Samples.item("Lives in Faro").toBuilder()
                                .fact("home")
                                .build()));

        assertThat(idsOf(mine.itemsAbout(Set.of("home")))).containsExactly(home.id());
        assertThat(idsOf(mine.itemsAbout(List.of("home", "employer", "car"))))
                .containsExactlyInAnyOrder(home.id(), work.id());
        assertThat(mine.itemsAbout(Set.of("HOME", "car", "' or 1=1"))).isEmpty();
        assertThat(mine.itemsAbout(Set.of())).isEmpty();
    }

    private static MemoryItem said(String text, @Nullable OffsetDateTime at) {
        return Samples.item(text).toBuilder().saidAt(at).build();
    }

    private static TimeBound bound(String at, Precision precision) {
        return new TimeBound(LocalDateTime.parse(at), precision);
    }
}
