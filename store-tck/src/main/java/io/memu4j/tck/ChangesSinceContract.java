package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.OwnerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catching up with a scope. */
abstract class ChangesSinceContract extends StoreTopic {
    private final SeenScope seen = new SeenScope();
    private final Resource chat = Samples.resource("chat");
    private final Passage first = Samples.passage(chat, 0, "first");
    private final Passage second = Samples.passage(chat, 1, "second");
    private final Category places = Samples.category("places");
    private final MemoryItem item = Samples.item("Statement", List.of(first, second), List.of(places));

    @Test
    void a_scope_that_was_never_written_shows_nothing() {
        seen.refresh(mine);
        assertThat(seen.shown).isEmpty();
        assertThat(seen.watermark).isEqualTo(Watermark.EMPTY);
    }

    @Test
    void everything_is_shown_to_a_reader_that_has_nothing() {
        storeAll();
        seen.refresh(mine);
        assertThat(seen.shown).first().isEqualTo("startAnew");
        assertThat(seen.shown)
                .containsExactlyInAnyOrder(
                        "startAnew",
                        "resource " + chat.id(),
                        "passage " + first.id(),
                        "passage " + second.id(),
                        "category " + places.id(),
                        "item " + item.id(),
                        "embedding PASSAGE " + first.id(),
                        "embedding ITEM " + item.id());
        assertThat(seen.watermark).isEqualTo(mine.watermark());
        assertThat(seen.item(item.id()))
                .isEqualTo(Samples.sorted(item.toBuilder().version(1).build()));
    }

    @Test
    void nothing_is_shown_twice() {
        storeAll();
        seen.refresh(mine);
        seen.refresh(mine);
        assertThat(seen.shown).isEmpty();
        assertThat(seen.watermark).isEqualTo(mine.watermark());
    }

    @Test
    void only_what_was_written_since_is_shown() {
        storeAll();
        seen.refresh(mine);
        Passage third = Samples.passage(chat, 2, "third");
        applied(mine, changes().put(chat.toBuilder().version(1).build()).put(third));
        applied(
                mine,
                changes().put(places.toBuilder().version(1).summary("Porto").build()));
        applied(mine, changes().put(Samples.vector(OwnerKind.PASSAGE, third.id(), 1, 0, 0)));
        seen.refresh(mine);
        assertThat(seen.shown)
                .containsExactlyInAnyOrder(
                        "resource " + chat.id(),
                        "passage " + third.id(),
                        "category " + places.id(),
                        "embedding PASSAGE " + third.id());
        isUpToDate();
    }

    @Test
    void a_reinforced_item_is_shown() {
        storeAll();
        seen.refresh(mine);
        applied(mine, changes().put(Samples.item("Statement")));
        seen.refresh(mine);
        assertThat(seen.shown).containsExactly("item " + item.id());
        isUpToDate();
    }

    @Test
    void after_a_deletion_it_is_told_what_remains() {
        storeAll();
        seen.refresh(mine);
        applied(
                mine,
                changes().deleteItem(Samples.at(item.toBuilder().version(1).build())));
        seen.refresh(mine);
        assertThat(seen.shown)
                .containsExactlyInAnyOrder(
                        "remaining PASSAGE", "remaining ITEM", "remaining CATEGORY", "remaining RESOURCE");
        isUpToDate();
        assertThat(seen.items).isEmpty();
        assertThat(seen.passages).hasSize(2);
        applied(mine, changes().put(Samples.item("More")));
        seen.refresh(mine);
        assertThat(seen.shown).hasSize(1);
    }

    @Test
    void an_item_that_lost_a_citation_is_shown_without_it() {
        storeAll();
        seen.refresh(mine);
        applied(mine, changes().deletePassage(first.id()));
        seen.refresh(mine);
        assertThat(seen.shown).contains("item " + item.id());
        isUpToDate();
        assertThat(seen.item(item.id()).passageIds()).containsExactly(second.id());
        applied(
                mine,
                changes().deleteResource(Samples.at(chat.toBuilder().version(1).build())));
        seen.refresh(mine);
        assertThat(seen.shown).contains("item " + item.id());
        isUpToDate();
        assertThat(seen.item(item.id()).passageIds()).isEmpty();
    }

    @Test
    void a_cleared_scope_has_nothing_left() {
        storeAll();
        seen.refresh(mine);
        mine.clear();
        applied(mine, changes().put(Samples.category("places")));
        seen.refresh(mine);
        isUpToDate();
        assertThat(seen.categories).hasSize(1);
        assertThat(seen.items).isEmpty();
        assertThat(seen.vectors).isEmpty();
    }

    @Test
    void a_reader_of_another_incarnation_starts_anew() {
        storeAll();
        seen.refresh(mine);
        seen.watermark = new Watermark("another", 7_000, 0, null);
        seen.refresh(mine);
        assertThat(seen.shown).first().isEqualTo("startAnew");
        isUpToDate();

        var gone = fresh();
        seen.refresh(gone);
        assertThat(seen.shown).containsExactly("startAnew");
        assertThat(seen.contents(gone)).isEqualTo(Contents.of(gone));
    }

    private void storeAll() {
        applied(
                mine,
                changes()
                        .put(chat)
                        .put(first)
                        .put(second)
                        .put(places)
                        .put(item)
                        .put(Samples.vector(OwnerKind.PASSAGE, first.id(), 0, 1, 0))
                        .put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0, 0)));
    }

    private void isUpToDate() {
        assertThat(seen.contents(mine)).isEqualTo(Contents.of(mine));
    }
}
