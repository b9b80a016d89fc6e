package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vectors and the space they are of. */
abstract class EmbeddingContract extends StoreTopic {
    @Test
    void every_kind_of_owner_has_its_vector_and_an_id_may_serve_two_kinds() {
        String shared = Samples.IDS.next();
        Resource chat = Samples.resource("chat").toBuilder().id(shared).build();
        Passage passage =
                Samples.passage(chat, 0, "text").toBuilder().id(shared).build();
        Category category = Samples.category("places").toBuilder().id(shared).build();
        MemoryItem item = Samples.item("Statement").toBuilder().id(shared).build();
        applied(
                mine,
                changes()
                        .put(chat)
                        .put(passage)
                        .put(category)
                        .put(item)
                        .put(Samples.vector(OwnerKind.RESOURCE, shared, 1, 0, 0))
                        .put(Samples.vector(OwnerKind.PASSAGE, shared, 2, 0, 0))
                        .put(Samples.vector(OwnerKind.CATEGORY, shared, 3, 0, 0))
                        .put(Samples.vector(OwnerKind.ITEM, shared, 4, 0, 0)));
        assertThat(Contents.of(mine).vectors())
                .isEqualTo(Map.of(
                        "RESOURCE " + shared, List.of(1f, 0f, 0f),
                        "PASSAGE " + shared, List.of(2f, 0f, 0f),
                        "CATEGORY " + shared, List.of(3f, 0f, 0f),
                        "ITEM " + shared, List.of(4f, 0f, 0f)));
        assertThat(mine.counts().embeddings()).isEqualTo(4);
    }

    @Test
    void vectors_are_kept_to_the_last_bit() {
        MemoryItem item = Samples.item("Statement");
        float[] odd = {0f, -0f, Float.MIN_VALUE, -Float.MAX_VALUE, 1f / 3, Math.nextUp(1f), Float.MIN_NORMAL};
        applied(mine, changes().put(item).put(Samples.vector(OwnerKind.ITEM, item.id(), odd)));
        assertThat(Contents.of(mine).vectors().get("ITEM " + item.id()))
                .extracting(Float::floatToRawIntBits)
                .containsExactly(bits(odd));
    }

    @Test
    void a_long_vector_is_kept_and_a_second_one_replaces_it() {
        MemoryItem item = Samples.item("Statement");
        float[] first = new float[4_096];
        float[] second = new float[4_096];
        for (int n = 0; n < first.length; n++) {
            first[n] = n / 4_096f;
            second[n] = -n / 4_096f;
        }
        applied(mine, changes().put(item).put(Samples.vector(OwnerKind.ITEM, item.id(), first)));
        applied(mine, changes().put(Samples.vector(OwnerKind.ITEM, item.id(), second)));
        assertThat(Contents.of(mine).vectors().get("ITEM " + item.id()))
                .extracting(Float::floatToRawIntBits)
                .containsExactly(bits(second));
        assertThat(mine.counts().embeddings()).isEqualTo(1);
        assertThat(mine.item(item.id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void the_first_vector_makes_its_space_the_active_one() {
        MemoryItem item = Samples.item("Statement");
        assertThat(applied(mine, changes().put(item)).watermark().activeSpace()).isNull();
        var outcome = applied(mine, changes().put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0, 0)));
        assertThat(outcome.watermark().activeSpace()).isEqualTo(Samples.SPACE);
        assertThat(mine.watermark()).isEqualTo(outcome.watermark());
        assertThat(applied(mine, changes().put(Samples.item("More")))
                        .watermark()
                        .activeSpace())
                .isEqualTo(Samples.SPACE);
    }

    @Test
    void a_vector_of_another_space_is_refused_and_nothing_stays() {
        MemoryItem item = Samples.item("Statement");
        applied(mine, changes().put(item).put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0, 0)));
        Contents before = Contents.of(mine);
        Embedding sameNameOtherLength = Samples.vector(OwnerKind.ITEM, item.id(), 1, 0);
        Embedding otherName =
                new Embedding(OwnerKind.ITEM, item.id(), new EmbeddingSpace("other", 3), new float[] {1, 0, 0});
        for (Embedding foreign : List.of(sameNameOtherLength, otherName)) {
            var changes = changes().put(Samples.item("More")).put(foreign).build();
            assertThatThrownBy(() -> mine.apply(changes))
                    .isInstanceOf(EmbeddingSpaceMismatchException.class)
                    .hasMessageContaining(Samples.SPACE.key());
            assertThat(Contents.of(mine)).isEqualTo(before);
        }
    }

    @Test
    void two_spaces_in_one_change_set_are_refused() {
        MemoryItem item = Samples.item("Statement");
        var changes = changes()
                .put(item)
                .put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0, 0))
                .put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0))
                .build();
        assertThatThrownBy(() -> mine.apply(changes)).isInstanceOf(EmbeddingSpaceMismatchException.class);
        assertThat(mine.counts().isEmpty()).isTrue();
    }

    @Test
    void a_vector_needs_its_owner() {
        String nobody = Samples.IDS.next();
        Resource chat = Samples.resource("chat");
        refused(Cause.SOURCE, mine, changes().put(chat).put(Samples.vector(OwnerKind.PASSAGE, chat.id(), 1, 0, 0)));
        refused(Cause.SOURCE, mine, changes().put(Samples.vector(OwnerKind.RESOURCE, nobody, 1, 0, 0)));
        refused(Cause.ITEM, mine, changes().put(Samples.vector(OwnerKind.ITEM, nobody, 1, 0, 0)));
        refused(Cause.CATEGORY, mine, changes().put(Samples.vector(OwnerKind.CATEGORY, nobody, 1, 0, 0)));
    }

    @Test
    void vectors_go_with_their_owners() {
        MemoryItem item = Samples.item("Statement");
        MemoryItem other = Samples.item("Another");
        applied(
                mine,
                changes()
                        .put(item)
                        .put(other)
                        .put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0, 0))
                        .put(Samples.vector(OwnerKind.ITEM, other.id(), 0, 1, 0)));
        var outcome = applied(
                mine,
                changes().deleteItem(Samples.at(item.toBuilder().version(1).build())));
        assertThat(Contents.of(mine).vectors()).containsOnlyKeys("ITEM " + other.id());
        assertThat(outcome.watermark().activeSpace()).isEqualTo(Samples.SPACE);
    }

    private static Integer[] bits(float[] floats) {
        Integer[] bits = new Integer[floats.length];
        Arrays.setAll(bits, n -> Float.floatToRawIntBits(floats[n]));
        return bits;
    }
}
