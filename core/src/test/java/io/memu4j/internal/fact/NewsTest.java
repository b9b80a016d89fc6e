package io.memu4j.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final OffsetDateTime MARCH = OffsetDateTime.parse("2026-03-01T09:00:00Z");
    private static final OffsetDateTime MAY = OffsetDateTime.parse("2026-05-01T09:00:00Z");

    private static final MemoryItem OLD = said("Ana", MARCH, "The garden fence is going to be blue.");
    private static final MemoryItem NEW = said("Ana", MAY, "We swapped the colour of the fence, green it is.");

    @Test
    void a_change_comes_before_what_it_seems_to_change() {
        assertThat(first("Which colour gets the fence?", OLD, NEW)).containsExactly(NEW, OLD);
        assertThat(first("Which colour gets the fence?", NEW, OLD)).containsExactly(NEW, OLD);
    }

    @Test
    void another_speaker_changes_nothing() {
        MemoryItem other = said("Ben", MAY, NEW.summary());
        assertThat(first("Which colour gets the fence?", OLD, other)).containsExactly(OLD, other);
    }

    @Test
    void a_later_statement_that_tells_of_no_change_stays_behind() {
        MemoryItem later = said("Ana", MAY, "The fence is as long as a bus.");
        assertThat(first("Which colour gets the fence?", OLD, later)).containsExactly(OLD, later);
    }

    @Test
    void a_change_of_another_thing_stays_behind() {
        MemoryItem later = said("Ana", MAY, "I swapped my shifts with Ben.");
        assertThat(first("Which colour gets the fence?", OLD, later)).containsExactly(OLD, later);
    }

    @Test
    void of_an_earlier_time_what_changed_afterwards_comes_last() {
        assertThat(News.last(MARCH.plusDays(3).toInstant(), List.of(NEW, OLD), Function.identity()))
                .containsExactly(OLD, NEW);
        assertThat(News.last(MAY.plusDays(3).toInstant(), List.of(NEW, OLD), Function.identity()))
                .containsExactly(NEW, OLD);
    }

    private static List<MemoryItem> first(String question, MemoryItem... ranked) {
        return News.first(question, List.of(ranked), Function.identity());
    }

    private static MemoryItem said(String speaker, OffsetDateTime at, String statement) {
        return MemoryItem.builder(speaker + at, MemoryType.PROFILE, statement, at.toInstant())
                .saidAt(at)
                .speaker(speaker)
                .build();
    }
}
