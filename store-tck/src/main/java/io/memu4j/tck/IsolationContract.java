package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.Category;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.Versioned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in one scope neither shows nor changes from another. */
abstract class IsolationContract extends StoreTopic {
    private final Resource chat = Samples.resource("chat");
    private final Passage passage = Samples.passage(chat, 0, "theirs");
    private final Category places = Samples.category("places");
    private final MemoryItem item = Samples.item("Their statement", List.of(passage), List.of(places));
    private ScopeStore theirs;

    @BeforeEach
    void fillTheirs() {
        theirs = fresh();
        applied(theirs, filled());
    }

    @Test
    void no_read_path_shows_another_scopes_rows() {
        assertThat(mine.resource(chat.id())).isEmpty();
        assertThat(mine.resourceByKey("chat")).isEmpty();
        assertThat(mine.resources(List.of(chat.id()))).isEmpty();
        assertThat(mine.resources(ResourceFilter.ALL, PageRequest.first(10)).rows())
                .isEmpty();
        assertThat(mine.passagesOf(chat.id())).isEmpty();
        assertThat(mine.lastPassageOf(chat.id())).isEmpty();
        assertThat(mine.passages(List.of(passage.id()))).isEmpty();
        assertThat(mine.item(item.id())).isEmpty();
        assertThat(mine.items(List.of(item.id()))).isEmpty();
        assertThat(mine.items(ItemFilter.ALL, PageRequest.first(10)).rows()).isEmpty();
        assertThat(mine.items(ItemFilter.ALL.withCategory(places.id()), PageRequest.first(10))
                        .rows())
                .isEmpty();
        assertThat(mine.items(ItemFilter.ALL.withResource(chat.id()), PageRequest.first(10))
                        .rows())
                .isEmpty();
        assertThat(mine.itemsWith(List.of(ItemKey.of(item)))).isEmpty();
        assertThat(mine.itemsCiting(List.of(passage.id()))).isEmpty();
        assertThat(mine.categories()).isEmpty();
        assertThat(mine.category(places.id())).isEmpty();
        assertThat(mine.counts().isEmpty()).isTrue();
        assertThat(mine.pendingDeletions(10)).isEmpty();
        SeenScope seen = new SeenScope();
        seen.refresh(mine);
        assertThat(seen.shown).isEmpty();
    }

    @Test
    void another_scopes_rows_of_the_same_ids_do_not_mix_in() {
        applied(
                mine,
                changes()
                        .put(chat)
                        .put(passage.toBuilder().index(3).part(0).build())
                        .put(Samples.category("places")));
        MemoryItem mineWithTheirId = Samples.item("My statement", List.of(passage), List.of()).toBuilder()
                .id(item.id())
                .build();
        applied(mine, changes().put(mineWithTheirId));
        assertThat(mine.passagesOf(chat.id()))
                .containsExactly(passage.toBuilder().index(3).part(0).build());
        assertThat(mine.item(item.id()))
                .contains(mineWithTheirId.toBuilder().version(1).build());
        assertThat(idsOf(mine.itemsCiting(List.of(passage.id())))).containsExactly(item.id());
        assertThat(mine.items(ItemFilter.ALL.withCategory(places.id()), PageRequest.first(10))
                        .rows())
                .isEmpty();
        assertThat(mine.items(ItemFilter.ALL.withResource(chat.id()), PageRequest.first(10))
                        .rows())
                .hasSize(1);
        assertThat(theirs.passagesOf(chat.id())).containsExactly(passage);
        assertThat(theirs.item(item.id())).contains(item.toBuilder().version(1).build());
    }

    @Test
    void no_write_path_reaches_another_scopes_rows() {
        Contents before = Contents.of(theirs);
        Passage extending = Samples.passage(chat, 1, "mine");
        Map<ChangeSetBuilder, Cause> writes = new LinkedHashMap<>();
        writes.put(changes().deleteResource(new Versioned(chat.id(), 1)), Cause.SOURCE);
        writes.put(changes().deleteItem(new Versioned(item.id(), 1)), Cause.ITEM);
        writes.put(changes().put(chat.toBuilder().version(1).build()), Cause.SOURCE);
        writes.put(changes().put(places.toBuilder().version(1).build()), Cause.CATEGORY);
        writes.put(changes().put(item.toBuilder().version(1).build()), Cause.SOURCE);
        writes.put(
                changes()
                        .put(item.toBuilder()
                                .version(1)
                                .categoryIds(List.of())
                                .passageIds(List.of())
                                .build()),
                Cause.ITEM);
        writes.put(changes().put(extending), Cause.SOURCE);
        writes.put(changes().put(Samples.item("Mine", List.of(passage), List.of())), Cause.SOURCE);
        writes.put(changes().put(Samples.item("Mine", List.of(), List.of(places))), Cause.CATEGORY);
        writes.put(changes().put(Samples.vector(OwnerKind.RESOURCE, chat.id(), 9, 9, 9)), Cause.SOURCE);
        writes.put(changes().put(Samples.vector(OwnerKind.PASSAGE, passage.id(), 9, 9, 9)), Cause.SOURCE);
        writes.put(changes().put(Samples.vector(OwnerKind.ITEM, item.id(), 9, 9, 9)), Cause.ITEM);
        writes.put(changes().put(Samples.vector(OwnerKind.CATEGORY, places.id(), 9, 9, 9)), Cause.CATEGORY);
        writes.forEach((write, cause) -> {
            refused(cause, mine, write);
            assertThat(Contents.of(theirs)).isEqualTo(before);
        });
    }

    @Test
    void writes_that_go_through_with_another_scopes_ids_leave_that_scope_alone() {
        applied(mine, filled());
        Contents before = Contents.of(theirs);
        applied(mine, changes().put(chat.toBuilder().version(1).caption("mine").build()));
        applied(
                mine,
                changes().put(places.toBuilder().version(1).summary("mine").build()));
        applied(mine, changes().put(item.toBuilder().version(1).summary("Mine").build()));
        applied(mine, changes().put(Samples.item("Mine")));
        applied(mine, changes().put(Samples.vector(OwnerKind.ITEM, item.id(), 9, 9, 9)));
        assertThat(Contents.of(theirs)).isEqualTo(before);
        applied(mine, changes().deletePassage(passage.id()));
        applied(mine, changes().deleteItem(new Versioned(item.id(), 3)));
        applied(mine, changes().deleteResource(new Versioned(chat.id(), 2)));
        assertThat(Contents.of(theirs)).isEqualTo(before);
        mine.deletionsDone(before.pendingDeletions());
        mine.deletionsDone(mine.pendingDeletions(10));
        mine.clear();
        assertThat(Contents.of(theirs)).isEqualTo(before);
        assertThat(mine.counts().isEmpty()).isTrue();
    }

    @Test
    void deletions_of_unknown_ids_leave_another_scope_alone() {
        Contents before = Contents.of(theirs);
        applied(mine, changes().deletePassage(passage.id()));
        mine.deletionsDone(before.pendingDeletions());
        mine.clear();
        assertThat(Contents.of(theirs)).isEqualTo(before);
    }

    @Test
    void a_statement_known_in_another_scope_is_new_here() {
        MemoryItem same = Samples.item(item.summary());
        assertThat(applied(mine, changes().put(same)).reinforced()).isEmpty();
        assertThat(mine.item(same.id())).isPresent();
        assertThat(theirs.item(item.id()).orElseThrow().reinforcements()).isEqualTo(1);
    }

    @Test
    void scopes_that_look_alike_are_apart() {
        List<ScopeStore> alike = alike().map(store()::in).toList();
        for (int n = 0; n < alike.size(); n++) {
            assertThat(alike.get(n).watermark().revision())
                    .as("revision of scope " + n)
                    .isZero();
            applied(alike.get(n), filled().put(Samples.category("only " + n)));
        }
        List<Contents> before = alike.stream().map(Contents::of).toList();
        for (int n = 0; n < alike.size(); n++) {
            assertThat(Contents.of(alike.get(n))).as("scope " + n).isEqualTo(before.get(n));
            assertThat(before.get(n).categories().values())
                    .extracting(Category::name)
                    .containsExactlyInAnyOrder("places", "only " + n);
            assertThat(Scopes.listed(store(), alike.get(n).scope())).isPresent();
            alike.get(n).clear();
            assertThat(alike.get(n).counts().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "a\u0000b", "\u0000", "\uD83D", "a\uDE00", "\uDE00\uD83D"})
    void an_unusable_user_or_agent_id_is_refused(String id) {
        assertThatThrownBy(() -> new MemoryScope(id, "agent")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new MemoryScope("user", id)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_id_of_256_units_is_refused_and_one_of_255_is_stored_verbatim() {
        assertThatThrownBy(() -> new MemoryScope(OddTexts.emoji(256), "agent"))
                .isInstanceOf(InvalidInputException.class);
        MemoryScope longest = new MemoryScope(UUID.randomUUID() + OddTexts.emoji(255 - 36), OddTexts.emoji(255));
        applied(store().in(longest), filled());
        assertThat(Scopes.listed(store(), longest)).isPresent();
        assertThat(store().in(longest).resource(chat.id())).isPresent();
    }

    /** Pairwise different scopes that a database may take for one another. */
    private static Stream<MemoryScope> alike() {
        String run = UUID.randomUUID().toString();
        String longest = OddTexts.emoji(255 - 36);
        Stream<MemoryScope> users = OddTexts.ALL.stream().map(odd -> new MemoryScope(run + odd, "agent"));
        Stream<MemoryScope> agents = OddTexts.ALL.stream().map(odd -> new MemoryScope("user", run + odd));
        Stream<MemoryScope> others = Stream.of(
                new MemoryScope(run + "a", "bc"),
                new MemoryScope(run + "ab", "c"),
                new MemoryScope(run, "abc"),
                new MemoryScope("abc", run),
                new MemoryScope(run + longest, "agent"),
                new MemoryScope(run + longest.substring(0, longest.length() - 2), "agent"),
                new MemoryScope(run + longest.substring(0, longest.length() - 1) + "\uDE01", "agent"));
        return Stream.of(users, agents, others).flatMap(s -> s);
    }

    private ChangeSetBuilder filled() {
        return changes()
                .put(chat)
                .put(passage)
                .put(places)
                .put(item)
                .put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 2, 3))
                .put(Samples.vector(OwnerKind.PASSAGE, passage.id(), 4, 5, 6))
                .dropBlob("0a/1b");
    }
}
