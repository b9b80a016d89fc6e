package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ApplyOutcome.Stale;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.Versioned;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Change sets that something moved under: refused with the cause, and nothing of them stays. */
abstract class RefusalContract extends StoreTopic {
    private static final Resource CHAT = Samples.resource("chat");
    private static final Resource OTHER = Samples.resource("other");
    private static final Resource THIRD = Samples.resource("third");
    private static final Passage PASSAGE = Samples.passage(CHAT, 0, "text");
    private static final Category PLACES = Samples.category("places");
    private static final Category PEOPLE = Samples.category("people");
    private static final MemoryItem ITEM = Samples.item("Ana lives in Porto", List.of(PASSAGE), List.of(PLACES));
    private static final MemoryItem SECOND = Samples.item("Ana likes tea", List.of(PASSAGE), List.of(PLACES));
    private static final String NOBODY = Samples.IDS.next();

    /** All stored at version 2, so that 1 is too old and 3 not yet there. */
    @BeforeEach
    void storeEverythingTwice() {
        applied(
                mine,
                changes()
                        .put(CHAT)
                        .put(OTHER)
                        .put(THIRD)
                        .put(PASSAGE)
                        .put(PLACES)
                        .put(PEOPLE)
                        .put(ITEM)
                        .put(SECOND));
        applied(
                mine,
                changes()
                        .put(CHAT.toBuilder().version(1).build())
                        .put(OTHER.toBuilder().version(1).build())
                        .put(PLACES.toBuilder().version(1).build())
                        .put(PEOPLE.toBuilder().version(1).build())
                        .put(ITEM.toBuilder().version(1).build())
                        .put(SECOND.toBuilder().version(1).build())
                        .put(Samples.vector(OwnerKind.ITEM, ITEM.id(), 1, 0, 0)));
    }

    static Stream<Arguments> sourceMoved() {
        Passage orphan = Samples.passage(Samples.resource("unknown"), 0, "text");
        MemoryItem citing = Samples.item("A new statement", List.of(orphan), List.of());
        return Stream.of(
                of(
                        "a changed resource is older",
                        c -> c.put(CHAT.toBuilder().version(1).build())),
                of(
                        "a changed resource is from the future",
                        c -> c.put(CHAT.toBuilder().version(3).build())),
                of(
                        "a changed resource is unknown",
                        c -> c.put(Samples.resource("x").toBuilder().version(1).build())),
                of(
                        "a new resource has a known id",
                        c -> c.put(CHAT.toBuilder().sourceKey("free").build())),
                of("a new resource has a taken source key", c -> c.put(Samples.resource("chat"))),
                of(
                        "a changed resource takes another one's key",
                        c -> c.put(
                                CHAT.toBuilder().sourceKey("other").version(2).build())),
                of("a deleted resource is older", c -> c.deleteResource(new Versioned(CHAT.id(), 1))),
                of("a deleted resource is unknown", c -> c.deleteResource(new Versioned(NOBODY, 1))),
                of(
                        "a new passage has a known id",
                        c -> c.put(PASSAGE.toBuilder().index(9).part(0).build())),
                of("a new passage has a taken place", c -> c.put(Samples.passage(CHAT, 0, "else"))),
                of("a new passage has no resource", c -> c.put(orphan)),
                of("a new item cites an unknown passage", c -> c.put(citing)),
                of(
                        "a changed item cites an unknown passage",
                        c -> c.put(ITEM.toBuilder()
                                .passageIds(List.of(PASSAGE.id(), NOBODY))
                                .version(2)
                                .build())),
                of(
                        "a reinforcing item cites an unknown passage",
                        c -> c.put(Samples.item(ITEM.summary(), List.of(orphan), List.of()))),
                of("an item cites a passage that the change set deletes", c -> c.deletePassage(PASSAGE.id())
                        .put(Samples.item("A new statement", List.of(PASSAGE), List.of()))),
                of("a vector has no passage", c -> c.put(Samples.vector(OwnerKind.PASSAGE, NOBODY, 1, 0, 0))),
                of("a vector has no resource", c -> c.put(Samples.vector(OwnerKind.RESOURCE, NOBODY, 1, 0, 0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sourceMoved")
    void a_change_set_whose_source_moved_is_refused(UnaryOperator<ChangeSetBuilder> stale) {
        isRefused(Cause.SOURCE, stale);
    }

    static Stream<Arguments> itemMoved() {
        return Stream.of(
                of(
                        "a changed item is older",
                        c -> c.put(ITEM.toBuilder().version(1).build())),
                of(
                        "a changed item is from the future",
                        c -> c.put(ITEM.toBuilder().version(3).build())),
                of(
                        "a changed item is unknown",
                        c -> c.put(Samples.item("x").toBuilder().version(1).build())),
                of(
                        "a new item has a known id",
                        c -> c.put(ITEM.toBuilder().summary("Something else").build())),
                of(
                        "a changed item says what another one says",
                        c -> c.put(ITEM.toBuilder()
                                .summary(SECOND.summary())
                                .version(2)
                                .build())),
                of("a deleted item is older", c -> c.deleteItem(new Versioned(ITEM.id(), 1))),
                of("a deleted item is unknown", c -> c.deleteItem(new Versioned(NOBODY, 1))),
                of("an item is deleted twice", c -> c.deleteItem(new Versioned(ITEM.id(), 2))
                        .deleteItem(new Versioned(ITEM.id(), 2))),
                of("a changed item is deleted before", c -> c.deleteItem(new Versioned(ITEM.id(), 2))
                        .put(ITEM.toBuilder().version(2).build())),
                of("a vector has no item", c -> c.put(Samples.vector(OwnerKind.ITEM, NOBODY, 1, 0, 0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("itemMoved")
    void a_change_set_whose_item_moved_is_refused(UnaryOperator<ChangeSetBuilder> stale) {
        isRefused(Cause.ITEM, stale);
    }

    static Stream<Arguments> categoryMoved() {
        Category unknown = Samples.category("unknown");
        return Stream.of(
                of(
                        "a changed category is older",
                        c -> c.put(PLACES.toBuilder().version(1).build())),
                of(
                        "a changed category is from the future",
                        c -> c.put(PLACES.toBuilder().version(3).build())),
                of(
                        "a changed category is unknown",
                        c -> c.put(unknown.toBuilder().version(1).build())),
                of(
                        "a new category has a known id",
                        c -> c.put(PLACES.toBuilder().name("free").build())),
                of("a new category has a taken name", c -> c.put(Samples.category("PLACES"))),
                of(
                        "a changed category takes another one's name",
                        c -> c.put(PLACES.toBuilder().name("People").version(2).build())),
                of(
                        "a new item links an unknown category",
                        c -> c.put(Samples.item("A new statement", List.of(PASSAGE), List.of(unknown)))),
                of(
                        "a reinforcing item links an unknown category",
                        c -> c.put(Samples.item(ITEM.summary(), List.of(), List.of(unknown)))),
                of(
                        "a changed item links an unknown category",
                        c -> c.put(ITEM.toBuilder()
                                .categoryIds(List.of(NOBODY))
                                .version(2)
                                .build())),
                of("a vector has no category", c -> c.put(Samples.vector(OwnerKind.CATEGORY, NOBODY, 1, 0, 0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("categoryMoved")
    void a_change_set_whose_category_moved_is_refused(UnaryOperator<ChangeSetBuilder> stale) {
        isRefused(Cause.CATEGORY, stale);
    }

    @Test
    void of_several_causes_the_first_in_order_is_told() {
        refused(
                Cause.SOURCE,
                mine,
                changes()
                        .put(PLACES.toBuilder().version(1).build())
                        .put(ITEM.toBuilder().version(1).build())
                        .put(CHAT.toBuilder().version(1).build()));
        refused(
                Cause.SOURCE,
                mine,
                changes()
                        .deleteItem(new Versioned(SECOND.id(), 1))
                        .put(PLACES.toBuilder().version(1).build())
                        .put(Samples.vector(OwnerKind.PASSAGE, NOBODY, 1, 0, 0)));
        refused(
                Cause.ITEM,
                mine,
                changes()
                        .put(PLACES.toBuilder().version(1).build())
                        .put(ITEM.toBuilder().version(1).build()));
    }

    @Test
    void a_refused_first_write_leaves_no_scope() {
        var scope = fresh();
        assertThat(scope.apply(changes()
                        .put(Samples.category("places"))
                        .put(Samples.item("x").toBuilder().version(1).build())
                        .build()))
                .isEqualTo(new Stale(Cause.ITEM));
        assertThat(scope.watermark()).isEqualTo(Watermark.EMPTY);
        assertThat(scope.counts().isEmpty()).isTrue();
        assertThat(Scopes.listed(store(), scope.scope())).isEmpty();
    }

    /** Once with the stale part alone, once amid as much as a change set can hold; the stale part is then refused where it is applied. */
    private void isRefused(Cause cause, UnaryOperator<ChangeSetBuilder> stale) {
        refused(cause, mine, stale.apply(changes()));
        refused(cause, mine, stale.apply(muchThatFits()));
        applied(mine, muchThatFits());
    }

    /** Something of every kind that touches nothing the stale parts touch. */
    private static ChangeSetBuilder muchThatFits() {
        Resource resource = Samples.resource("new");
        Passage passage = Samples.passage(resource, 0, "new");
        Category category = Samples.category("new");
        MemoryItem item = Samples.item("A further statement", List.of(passage), List.of(category, PEOPLE));
        return changes()
                .deleteResource(new Versioned(THIRD.id(), 1))
                .put(resource)
                .put(passage)
                .put(category)
                .put(item)
                .put(Samples.item(SECOND.summary(), List.of(passage), List.of(category)))
                .put(Samples.vector(OwnerKind.ITEM, item.id(), 0, 1, 0))
                .put(Samples.vector(OwnerKind.ITEM, ITEM.id(), 0, 0, 1))
                .put(Samples.vector(OwnerKind.PASSAGE, passage.id(), 0, 1, 0))
                .dropBlob("0a/1b");
    }

    private static Arguments of(String name, UnaryOperator<ChangeSetBuilder> stale) {
        return Arguments.of(Named.of(name, stale));
    }
}
