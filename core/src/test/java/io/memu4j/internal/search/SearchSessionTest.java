package io.memu4j.internal.search;

import static io.memu4j.internal.search.Sample.item;
import static io.memu4j.internal.search.Sample.passage;
import static io.memu4j.internal.search.Sample.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.RetrieveConfig;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.SearchFilter;
import io.memu4j.model.Watermark;
import io.memu4j.spi.search.PreparedQuestion;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.OwnerKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchSessionTest {
    private static final MemoryScope SCOPE = new MemoryScope("alice", "a1");

    private final FakeStore store = new FakeStore();
    private final FakeStore.Rows rows = store.in(SCOPE);
    private final ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT);

    @BeforeEach
    void memorize() {
        rows.put(
                passage("p1", "r1", 0, "Ana", "red soup"),
                passage("p2", "r1", 1, "Ben", "green soup"),
                item("i1", MemoryType.EVENT, "red soup", "p1"),
                item("i2", MemoryType.EVENT, "green soup", "p2"));
    }

    @AfterEach
    void close() {
        searcher.close();
    }

    @Test
    void all_kinds_are_found_as_of_the_revision_at_which_the_session_was_opened() {
        try (SearchSession session = searcher.open(SCOPE)) {
            Watermark opened = session.watermark();
            PreparedQuestion question =
                    session.prepare(words(OwnerKind.ITEM, "soup").query());
            assertThat(top(question, OwnerKind.ITEM)).containsExactlyInAnyOrder("i1", "i2");

            rows.put(passage("p3", "r1", 2, "Zoe", "blue soup"), item("i3", MemoryType.EVENT, "blue soup", "p3"));
            rows.delete("2");
            assertThat(found(OwnerKind.PASSAGE, "soup")).containsExactlyInAnyOrder("p1", "p3");

            assertThat(session.watermark()).isEqualTo(opened);
            assertThat(top(question, OwnerKind.PASSAGE)).containsExactlyInAnyOrder("p1", "p2");
            PreparedQuestion next =
                    session.prepare(words(OwnerKind.ITEM, "blue green soup").query());
            assertThat(top(next, OwnerKind.ITEM)).containsExactly("i2", "i1");
            assertThat(session.withoutSpeakers("Which soup did Zoe like?")).contains("Zoe");
        }
        assertThat(found(OwnerKind.ITEM, "soup")).containsExactlyInAnyOrder("i1", "i3");
    }

    @Test
    void another_incarnation_leaves_an_open_session_at_its_own() {
        try (SearchSession session = searcher.open(SCOPE)) {
            rows.restart("second");
            rows.put(item("i9", MemoryType.EVENT, "white soup"));
            assertThat(found(OwnerKind.ITEM, "soup")).containsExactly("i9");
            PreparedQuestion question =
                    session.prepare(words(OwnerKind.ITEM, "soup").query());
            assertThat(top(question, OwnerKind.ITEM)).containsExactlyInAnyOrder("i1", "i2");
        }
    }

    @Test
    void the_revision_is_read_once_for_all_kinds_and_the_index_only_when_it_changed() {
        try (SearchSession session = searcher.open(SCOPE)) {
            PreparedQuestion question =
                    session.prepare(words(OwnerKind.ITEM, "soup").query());
            rows.put(item("i3", MemoryType.EVENT, "blue soup"));
            for (OwnerKind kind : OwnerKind.values()) {
                top(question, kind);
            }
        }
        assertThat(rows.reads).containsExactly(Watermark.EMPTY);
    }

    @Test
    void passages_ranked_for_their_sources_are_the_passages_asked_for_with_fewer_and_with_another_filter() {
        try (SearchSession session = searcher.open(SCOPE)) {
            PreparedQuestion question =
                    session.prepare(words(OwnerKind.ITEM, "red soup").query());
            question.top(OwnerKind.RESOURCE, SearchFilter.ALL, 5);
            assertThat(question.top(OwnerKind.PASSAGE, SearchFilter.ALL, 1))
                    .extracting(SearchHit::id)
                    .containsExactly("p1");
            SearchFilter nothing = SearchFilter.ALL.withSpeakers(Set.of("Nobody"));
            assertThat(question.top(OwnerKind.PASSAGE, nothing, 5)).isEmpty();
        }
    }

    @Test
    void a_closed_session_finds_nothing_more() {
        SearchSession session = searcher.open(SCOPE);
        PreparedQuestion question =
                session.prepare(words(OwnerKind.ITEM, "soup").query());
        session.close();
        session.close();

        assertThatThrownBy(() -> top(question, OwnerKind.ITEM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ScopeSearcher.open");
    }

    private List<String> found(OwnerKind kind, String question) {
        return words(kind, question).top(searcher, SCOPE, SearchFilter.ALL, 10).stream()
                .map(SearchHit::id)
                .toList();
    }

    private static List<String> top(PreparedQuestion question, OwnerKind kind) {
        return question.top(kind, SearchFilter.ALL, 10).stream()
                .map(SearchHit::id)
                .toList();
    }
}
