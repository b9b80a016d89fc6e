package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Preparing the vectors of another space and changing over to it. */
abstract class VectorsContract extends StoreTopic {
    private static final EmbeddingSpace OTHER = new EmbeddingSpace("other", 2);

    private final Resource chat = Samples.resource("chat");
    private final Passage passage = Samples.passage(chat, 0, "text");
    private final Category places = Samples.category("places");
    private final MemoryItem item = Samples.item("Statement", List.of(passage), List.of(places));
    private final SeenScope seen = new SeenScope();

    @Test
    void everything_lacks_a_vector_in_a_space_that_has_none() {
        storeAll();
        assertThat(mine.vectors().countMissing(OTHER)).isEqualTo(4);
        assertThat(missing(OwnerKind.PASSAGE, OTHER)).containsExactly(passage.id());
        assertThat(missing(OwnerKind.ITEM, OTHER)).containsExactly(item.id());
        assertThat(missing(OwnerKind.CATEGORY, OTHER)).containsExactly(places.id());
        assertThat(missing(OwnerKind.RESOURCE, OTHER)).containsExactly(chat.id());
        assertThat(mine.vectors().countMissing(Samples.SPACE)).isEqualTo(2);
        assertThat(missing(OwnerKind.PASSAGE, Samples.SPACE)).isEmpty();
        assertThat(fresh().vectors().countMissing(OTHER)).isZero();
    }

    @Test
    void a_resource_without_a_caption_lacks_nothing() {
        applied(
                mine,
                changes().put(Samples.resource("bare").toBuilder().caption(null).build()));
        assertThat(mine.vectors().countMissing(OTHER)).isZero();
        assertThat(missing(OwnerKind.RESOURCE, OTHER)).isEmpty();
    }

    @Test
    void what_is_missing_is_listed_in_pages() {
        ChangeSetBuilder many = changes();
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 25; n++) {
            MemoryItem one = Samples.item("Statement " + n);
            ids.add(one.id());
            many.put(one);
        }
        applied(mine, many);
        List<String> listed = new ArrayList<>();
        List<String> page = mine.vectors().missing(OwnerKind.ITEM, OTHER, null, 10);
        while (!page.isEmpty()) {
            listed.addAll(page);
            page = mine.vectors().missing(OwnerKind.ITEM, OTHER, page.get(page.size() - 1), 10);
        }
        assertThat(listed).containsExactlyElementsOf(ids.stream().sorted().toList());
    }

    @Test
    void prepared_vectors_are_not_shown_and_do_not_count_as_a_change() {
        storeAll();
        seen.refresh(mine);
        Watermark before = mine.watermark();
        assertThat(prepareAll()).isEqualTo(4);
        assertThat(mine.watermark()).isEqualTo(before);
        seen.refresh(mine);
        assertThat(seen.shown).isEmpty();
        assertThat(Contents.of(mine).vectors()).containsOnlyKeys("PASSAGE " + passage.id(), "ITEM " + item.id());
        assertThat(mine.vectors().bySpace()).isEqualTo(Map.of(Samples.SPACE, 2L, OTHER, 4L));
        assertThat(mine.vectors().countMissing(OTHER)).isZero();
        applied(mine, changes().put(Samples.item("Written in the old space")));
        assertThat(mine.watermark().activeSpace()).isEqualTo(Samples.SPACE);
    }

    @Test
    void the_change_over_is_refused_while_something_is_missing() {
        storeAll();
        mine.vectors().add(List.of(other(OwnerKind.ITEM, item.id(), 1)), mine.watermark());
        Contents before = Contents.of(mine);
        assertThat(mine.vectors().activate(OTHER)).isFalse();
        assertThat(Contents.of(mine)).isEqualTo(before);
    }

    @Test
    void the_change_over_shows_the_new_vectors_alone_to_everybody() {
        storeAll();
        seen.refresh(mine);
        Watermark before = seen.watermark;
        prepareAll();
        assertThat(mine.vectors().activate(OTHER)).isTrue();
        Watermark after = mine.watermark();
        assertThat(after.activeSpace()).isEqualTo(OTHER);
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(after.incarnation()).isNotEqualTo(before.incarnation()).isNotEmpty();
        seen.refresh(mine);
        assertThat(seen.shown).first().isEqualTo("startAnew");
        assertThat(seen.vectors)
                .isEqualTo(Map.of(
                        "RESOURCE " + chat.id(), List.of(1f, 4f),
                        "PASSAGE " + passage.id(), List.of(1f, 1f),
                        "CATEGORY " + places.id(), List.of(1f, 3f),
                        "ITEM " + item.id(), List.of(1f, 2f)));
        assertThat(seen.contents(mine)).isEqualTo(Contents.of(mine));
        assertThat(mine.vectors().activate(OTHER)).isTrue();
        assertThat(mine.watermark()).isEqualTo(after);
    }

    @Test
    void what_is_written_during_the_preparation_is_missing() {
        storeAll();
        prepareAll();
        MemoryItem more = Samples.item("More");
        applied(mine, changes().put(more).put(Samples.vector(OwnerKind.ITEM, more.id(), 1, 2, 3)));
        assertThat(missing(OwnerKind.ITEM, OTHER)).containsExactly(more.id());
        assertThat(mine.vectors().activate(OTHER)).isFalse();
    }

    @Test
    void what_changes_during_the_preparation_is_missing_again_with_or_without_a_new_vector() {
        storeAll();
        prepareAll();
        MemoryItem edited =
                item.toBuilder().version(1).summary("Another statement").build();
        applied(mine, changes().put(edited));
        assertThat(missing(OwnerKind.ITEM, OTHER)).containsExactly(item.id());
        mine.vectors().add(List.of(other(OwnerKind.ITEM, item.id(), 7)), mine.watermark());
        assertThat(missing(OwnerKind.ITEM, OTHER)).isEmpty();
        applied(
                mine,
                changes()
                        .put(edited.toBuilder().version(2).build())
                        .put(Samples.vector(OwnerKind.ITEM, item.id(), 9, 9, 9)));
        assertThat(missing(OwnerKind.ITEM, OTHER)).containsExactly(item.id());
    }

    @Test
    void a_vector_made_of_an_older_text_is_passed_over() {
        storeAll();
        Watermark read = mine.watermark();
        applied(
                mine,
                changes()
                        .put(item.toBuilder()
                                .version(1)
                                .summary("Another statement")
                                .build()));
        Embedding ofOldText = other(OwnerKind.ITEM, item.id(), 1);
        Embedding ofGone = other(OwnerKind.ITEM, Samples.IDS.next(), 1);
        assertThat(mine.vectors().add(List.of(ofOldText, ofGone), read)).isZero();
        assertThat(mine.vectors().bySpace()).isEqualTo(Map.of(Samples.SPACE, 2L));
        Watermark replaced = new Watermark("another", 99, 0, null);
        assertThat(mine.vectors().add(List.of(ofOldText), replaced)).isZero();
        assertThat(fresh().vectors().add(List.of(ofOldText), Watermark.EMPTY)).isZero();
    }

    @Test
    void missing_vectors_of_the_active_space_are_a_change_and_replace_nothing() {
        storeAll();
        seen.refresh(mine);
        long revision = mine.watermark().revision();
        int added = mine.vectors()
                .add(
                        List.of(
                                Samples.vector(OwnerKind.ITEM, item.id(), 9, 9, 9),
                                Samples.vector(OwnerKind.CATEGORY, places.id(), 0, 0, 1)),
                        mine.watermark());
        assertThat(added).isEqualTo(1);
        assertThat(mine.watermark().revision()).isEqualTo(revision + 1);
        seen.refresh(mine);
        assertThat(seen.shown).containsExactly("embedding CATEGORY " + places.id());
        assertThat(seen.vectors.get("ITEM " + item.id())).isEqualTo(List.of(1f, 0f, 0f));
        assertThat(mine.vectors().add(List.of(Samples.vector(OwnerKind.ITEM, item.id(), 9, 9, 9)), mine.watermark()))
                .isZero();
        assertThat(mine.watermark().revision()).isEqualTo(revision + 1);
    }

    @Test
    void vectors_of_other_spaces_are_discarded_bit_by_bit_and_the_active_one_never() {
        storeAll();
        prepareAll();
        assertThat(mine.vectors().discard(Samples.SPACE, 10)).isZero();
        assertThat(mine.vectors().discard(OTHER, 3)).isEqualTo(3);
        assertThat(mine.vectors().discard(OTHER, 3)).isEqualTo(1);
        assertThat(mine.vectors().discard(OTHER, 3)).isZero();
        assertThat(mine.vectors().bySpace()).isEqualTo(Map.of(Samples.SPACE, 2L));
        assertThat(fresh().vectors().discard(OTHER, 3)).isZero();
    }

    @Test
    void prepared_vectors_go_with_their_owners() {
        storeAll();
        prepareAll();
        applied(
                mine,
                changes().deleteResource(Samples.at(chat.toBuilder().version(1).build())));
        assertThat(mine.vectors().bySpace()).isEqualTo(Map.of(Samples.SPACE, 1L, OTHER, 2L));
        mine.clear();
        assertThat(mine.vectors().bySpace()).isEmpty();
    }

    @Test
    void a_scope_without_vectors_gets_its_first_space_by_the_change_over() {
        applied(mine, changes().put(chat).put(passage).put(places).put(item));
        seen.refresh(mine);
        prepareAll();
        assertThat(mine.vectors().activate(OTHER)).isTrue();
        seen.refresh(mine);
        assertThat(seen.vectors).hasSize(4);
        assertThat(fresh().vectors().activate(OTHER)).isFalse();
    }

    @Test
    void a_writer_that_begins_the_space_in_preparation_makes_what_is_prepared_seen() {
        applied(mine, changes().put(chat).put(passage).put(places).put(item));
        seen.refresh(mine);
        prepareAll();
        MemoryItem more = Samples.item("More");
        applied(mine, changes().put(more).put(other(OwnerKind.ITEM, more.id(), 5)));
        seen.refresh(mine);
        assertThat(seen.vectors).hasSize(5);
        assertThat(mine.vectors().bySpace()).isEqualTo(Map.of(OTHER, 5L));
    }

    @Test
    void other_scopes_are_neither_seen_nor_touched() {
        storeAll();
        ScopeStore theirs = fresh();
        Resource theirChat = Samples.resource("chat");
        Passage theirPassage = Samples.passage(theirChat, 0, "theirs");
        applied(
                theirs,
                changes()
                        .put(theirChat)
                        .put(theirPassage)
                        .put(Samples.vector(OwnerKind.PASSAGE, theirPassage.id(), 1, 1, 1)));
        Contents before = Contents.of(theirs);
        assertThat(mine.vectors().add(List.of(other(OwnerKind.PASSAGE, theirPassage.id(), 1)), mine.watermark()))
                .isZero();
        assertThat(missing(OwnerKind.PASSAGE, OTHER)).containsExactly(passage.id());
        prepareAll();
        assertThat(mine.vectors().activate(OTHER)).isTrue();
        mine.vectors().discard(Samples.SPACE, 10);
        assertThat(Contents.of(theirs)).isEqualTo(before);
        assertThat(theirs.vectors().bySpace()).isEqualTo(Map.of(Samples.SPACE, 1L));
    }

    private void storeAll() {
        applied(
                mine,
                changes()
                        .put(chat)
                        .put(passage)
                        .put(places)
                        .put(item)
                        .put(Samples.vector(OwnerKind.PASSAGE, passage.id(), 0, 1, 0))
                        .put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0, 0)));
    }

    private int prepareAll() {
        List<Embedding> vectors = Stream.of(
                        other(OwnerKind.PASSAGE, passage.id(), 1),
                        other(OwnerKind.ITEM, item.id(), 2),
                        other(OwnerKind.CATEGORY, places.id(), 3),
                        other(OwnerKind.RESOURCE, chat.id(), 4))
                .toList();
        return mine.vectors().add(vectors, mine.watermark());
    }

    private List<String> missing(OwnerKind kind, EmbeddingSpace space) {
        return mine.vectors().missing(kind, space, null, 100);
    }

    private static Embedding other(OwnerKind kind, String id, float value) {
        return new Embedding(kind, id, OTHER, new float[] {1, value});
    }
}
