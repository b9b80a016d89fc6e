package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryItem.Origin;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.OwnerKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New items that say what a stored one says. */
abstract class ReinforcementContract extends StoreTopic {
    private final Resource chat = Samples.resource("chat");
    private final Passage first = Samples.passage(chat, 0, "I live in Porto.");
    private final Passage second = Samples.passage(chat, 1, "Porto is where I live.");
    private final Category places = Samples.category("places");
    private final Category people = Samples.category("people");
    private final MemoryItem known = Samples.item("Ana lives in Porto", List.of(first), List.of(places)).toBuilder()
            .attributes(Map.of("from", "first"))
            .build();

    @BeforeEach
    void storeAStatement() {
        applied(
                mine,
                changes()
                        .put(chat)
                        .put(first)
                        .put(second)
                        .put(places)
                        .put(people)
                        .put(known)
                        .put(Samples.vector(OwnerKind.ITEM, known.id(), 1, 0, 0)));
    }

    @Test
    void a_statement_made_again_reinforces_the_stored_one_which_takes_over_citations_and_links() {
        MemoryItem again = Samples.item("  ana LIVES in\nPorto!", List.of(second, first), List.of(people, places));
        again = again.toBuilder()
                .reinforcements(3)
                .reinforcedAt(Samples.now())
                .origin(Origin.CREATED)
                .happenedAt(null)
                .attributes(Map.of("from", "second"))
                .build();
        var outcome = applied(mine, changes().put(again).put(Samples.vector(OwnerKind.ITEM, again.id(), 0, 0, 1)));

        assertThat(outcome.reinforced()).isEqualTo(Map.of(again.id(), known.id()));
        assertThat(outcome.watermark().revision()).isEqualTo(2);
        assertThat(mine.item(again.id())).isEmpty();
        MemoryItem stronger = known.toBuilder()
                .reinforcements(4)
                .reinforcedAt(again.reinforcedAt())
                .origin(Origin.EXTRACTED)
                .build();
        stronger = stronger.toBuilder()
                .categoryIds(List.of(places.id(), people.id()))
                .passageIds(List.of(first.id(), second.id()))
                .build();
        assertThat(mine.item(known.id()).map(Samples::sorted))
                .contains(Samples.sorted(stronger.toBuilder().version(2).build()));
        assertThat(Contents.of(mine).vectors()).isEqualTo(Map.of("ITEM " + known.id(), List.of(1f, 0f, 0f)));
    }

    @Test
    void an_older_statement_does_not_turn_the_time_back() {
        Instant earlier = known.reinforcedAt().minusSeconds(3_600);
        MemoryItem again = Samples.item(known.summary()).toBuilder()
                .reinforcements(1)
                .reinforcedAt(earlier)
                .origin(Origin.EXTRACTED)
                .build();
        applied(mine, changes().put(again));
        MemoryItem stored = mine.item(known.id()).orElseThrow();
        assertThat(stored.reinforcedAt()).isEqualTo(known.reinforcedAt());
        assertThat(stored.reinforcements()).isEqualTo(2);
        assertThat(stored.passageIds()).containsExactly(first.id());
    }

    @Test
    void a_statement_made_twice_in_one_change_set_is_stored_once_and_reinforced() {
        MemoryItem one = Samples.item("Ana likes tea", List.of(first), List.of());
        MemoryItem two = Samples.item("Ana likes tea.", List.of(second), List.of(people));
        var outcome = applied(mine, changes().put(one).put(two));
        assertThat(outcome.reinforced()).isEqualTo(Map.of(two.id(), one.id()));
        MemoryItem stored = mine.item(one.id()).orElseThrow();
        assertThat(stored.reinforcements()).isEqualTo(2);
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.passageIds()).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(stored.categoryIds()).containsExactly(people.id());
        assertThat(mine.item(two.id())).isEmpty();
    }

    @Test
    void the_same_text_of_another_type_is_another_statement() {
        MemoryItem other = Samples.item(known.summary()).toBuilder()
                .type(MemoryType.PROFILE)
                .build();
        assertThat(applied(mine, changes().put(other)).reinforced()).isEmpty();
        assertThat(mine.item(other.id())).isPresent();
        assertThat(mine.item(known.id()).orElseThrow().reinforcements()).isEqualTo(1);
    }

    @Test
    void a_statement_that_an_earlier_part_of_the_change_set_took_back_is_new() {
        MemoryItem edited =
                known.toBuilder().summary("Ana lives in Lisbon").version(1).build();
        MemoryItem anew = Samples.item(known.summary());
        assertThat(applied(mine, changes().put(edited).put(anew)).reinforced()).isEmpty();
        assertThat(mine.item(anew.id())).isPresent();
        MemoryItem again = Samples.item("Ana lives in Lisbon");
        assertThat(applied(mine, changes().put(again)).reinforced()).isEqualTo(Map.of(again.id(), known.id()));
    }

    @Test
    void the_accent_makes_another_statement_and_the_composition_does_not() {
        MemoryItem composed = Samples.item("Ana met Jos\u00e9");
        MemoryItem decomposed = Samples.item("Ana met Jose\u0301");
        MemoryItem bare = Samples.item("Ana met Jose");
        var outcome = applied(mine, changes().put(composed).put(decomposed).put(bare));
        assertThat(outcome.reinforced()).isEqualTo(Map.of(decomposed.id(), composed.id()));
    }
}
