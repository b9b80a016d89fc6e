package io.memu4j.internal.search;

import static io.memu4j.internal.search.Sample.item;
import static io.memu4j.internal.search.Sample.passage;
import static io.memu4j.internal.search.Sample.query;
import static io.memu4j.internal.search.Sample.resource;
import static io.memu4j.internal.search.Sample.vector;
import static io.memu4j.internal.search.Sample.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.RetrieveConfig;
import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.error.StoreException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.SearchFilter;
import io.memu4j.model.Watermark;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.OwnerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopeIndexSearcherTest {
    private static final MemoryScope SCOPE = new MemoryScope("alice", "a1");

    private final FakeStore store = new FakeStore();
    private final FakeStore.Rows rows = store.in(SCOPE);
    private ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT);

    @AfterEach
    void close() {
        searcher.close();
    }

    @Test
    void a_scope_that_was_never_written_has_nothing() {
        assertThat(search(words(OwnerKind.PASSAGE, "anything"))).isEmpty();
        assertThat(rows.reads).isEmpty();
    }

    @Test
    void without_a_vector_units_are_found_by_their_words() {
        rows.put(passage("p1", "r1", 0, "Ana", "I moved to Porto"), passage("p2", "r1", 1, "Ben", "We had soup"));

        assertThat(search(words(OwnerKind.PASSAGE, "moving to Porto")).get(0)).isEqualTo("p1");
    }

    @Test
    void with_a_vector_units_are_found_by_their_meaning() {
        rows.put(
                item("i1", MemoryType.EVENT, "Relocated northwards"),
                item("i2", MemoryType.EVENT, "Ate soup"),
                vector(OwnerKind.ITEM, "i1", 1, 0, 0),
                vector(OwnerKind.ITEM, "i2", 0, 1, 0));

        assertThat(search(query(OwnerKind.ITEM, "moving house", 0.9f, 0.1f, 0))).startsWith("i1");
    }

    @Test
    void a_write_acknowledged_before_the_search_is_seen_and_only_the_change_is_read() {
        rows.put(passage("p1", "r1", 0, "Ana", "I moved to Porto"));
        search(words(OwnerKind.PASSAGE, "Porto"));
        Watermark first = rows.watermark();
        rows.put(passage("p2", "r1", 1, "Ana", "I like chess"));

        assertThat(search(words(OwnerKind.PASSAGE, "chess")).get(0)).isEqualTo("p2");
        search(words(OwnerKind.PASSAGE, "chess"));

        assertThat(rows.reads).containsExactly(Watermark.EMPTY, first);
    }

    @Test
    void who_speaks_is_known_as_of_the_last_write() {
        assertThat(withoutSpeakers("Where does Ana live?")).isEqualTo("Where does Ana live?");
        rows.put(passage("p1", "r1", 0, "Ben", "I moved to Porto"));
        assertThat(withoutSpeakers("Where does Ana live?")).isEqualTo("Where does Ana live?");

        rows.put(passage("p2", "r1", 1, "Ana", "I like chess"));

        assertThat(withoutSpeakers("Where does Ana live?")).isEqualTo("Where does live?");
    }

    @Test
    void a_deleted_unit_is_not_found_and_its_place_is_used_again() {
        rows.put(passage("p1", "r1", 0, "Ana", "red apples"), passage("p2", "r1", 1, "Ana", "green apples"));
        search(words(OwnerKind.PASSAGE, "apples"));
        rows.delete("p1");
        rows.put(passage("p3", "r1", 2, "Ana", "blue plums"));

        assertThat(search(words(OwnerKind.PASSAGE, "apples"))).startsWith("p2").doesNotContain("p1");
        assertThat(search(words(OwnerKind.PASSAGE, "plums"))).startsWith("p3");
    }

    @Test
    void a_changed_unit_is_found_by_its_new_words_alone() {
        rows.put(item("i1", MemoryType.EVENT, "Moved to Porto"));
        search(words(OwnerKind.ITEM, "Porto"));
        rows.put(item("i1", MemoryType.EVENT, "Moved to Lisbon"));

        assertThat(search(words(OwnerKind.ITEM, "Lisbon"))).containsExactly("i1");
        assertThat(search(words(OwnerKind.ITEM, "Porto"))).isEmpty();
    }

    @Test
    void another_incarnation_is_read_anew() {
        rows.put(item("i1", MemoryType.EVENT, "Moved to Porto"));
        search(words(OwnerKind.ITEM, "Porto"));
        rows.restart("second");
        rows.put(item("i2", MemoryType.EVENT, "Went to Porto"));

        assertThat(search(words(OwnerKind.ITEM, "Porto"))).containsExactly("i2");
    }

    @Test
    void vectors_of_a_new_active_space_replace_the_old_ones_though_written_before() {
        EmbeddingSpace plane = new EmbeddingSpace("plane", 2);
        rows.put(item("i1", MemoryType.EVENT, "a"), item("i2", MemoryType.EVENT, "b"));
        rows.put(vector(OwnerKind.ITEM, "i1", 1, 0, 0), vector(OwnerKind.ITEM, "i2", 0, 1, 0));
        rows.put(vector(OwnerKind.ITEM, "i1", plane, 0, 1), vector(OwnerKind.ITEM, "i2", plane, 1, 0));
        assertThat(search(query(OwnerKind.ITEM, "?", 1, 0, 0))).startsWith("i1");

        rows.activate(plane);

        SearchQuery query = new SearchQuery("?", new float[] {1, 0}, plane, Sample.NOW);
        assertThat(search(new Sample.Question(OwnerKind.ITEM, query))).startsWith("i2");
    }

    @Test
    void a_vector_of_another_space_is_an_error_that_names_both_models_and_the_remedy() {
        rows.put(item("i1", MemoryType.EVENT, "a"), vector(OwnerKind.ITEM, "i1", 1, 0, 0));
        SearchQuery query = new SearchQuery("a", new float[] {1, 0}, new EmbeddingSpace("plane", 2), Sample.NOW);

        assertThatThrownBy(() -> search(new Sample.Question(OwnerKind.ITEM, query)))
                .isInstanceOf(EmbeddingSpaceMismatchException.class)
                .hasMessageContainingAll("axes", "plane/2", "memu reembed");
    }

    @Test
    void a_scope_without_vectors_is_searched_by_words_even_with_a_vector() {
        rows.put(item("i1", MemoryType.EVENT, "Moved to Porto"), item("i2", MemoryType.EVENT, "Ate soup"));

        assertThat(search(query(OwnerKind.ITEM, "soup", 1, 0, 0))).containsExactly("i2");
    }

    @Test
    void memory_of_another_scope_is_never_found() {
        rows.put(item("i1", MemoryType.EVENT, "Moved to Porto"));
        store.in(new MemoryScope("bob", "a1")).put(item("i2", MemoryType.EVENT, "Moved to Porto"));

        assertThat(search(words(OwnerKind.ITEM, "Porto"))).containsExactly("i1");
    }

    @Test
    void filters_restrict_items_by_type_and_attributes_and_passages_by_their_resource() {
        rows.put(
                resource("r1", "One", Map.of("project", "x")),
                resource("r2", "Two", Map.of()),
                passage("p1", "r1", 0, "Ana", "soup"),
                passage("p2", "r2", 0, "Ana", "soup"),
                item("i1", MemoryType.EVENT, "soup today"),
                item("i2", MemoryType.PROFILE, "soup fan", Map.of("project", "x")));
        SearchFilter events = SearchFilter.ALL.withTypes(Set.of(MemoryType.EVENT));
        SearchFilter project = SearchFilter.ALL.withAttributes(Map.of("project", "x"));

        assertThat(search(words(OwnerKind.ITEM, "soup"), events)).containsExactly("i1");
        assertThat(search(words(OwnerKind.ITEM, "soup"), project)).containsExactly("i2");
        assertThat(search(words(OwnerKind.PASSAGE, "soup"), project)).containsExactly("p1");
        assertThat(search(words(OwnerKind.RESOURCE, "soup"), project)).containsExactly("r1");
    }

    @Test
    void a_resource_is_found_by_what_its_passages_say() {
        rows.put(
                resource("r1", "A chat", Map.of()),
                resource("r2", "A chat", Map.of()),
                passage("p1", "r1", 0, "Ana", "We had soup"),
                passage("p2", "r2", 0, "Ana", "I moved to Porto"));

        assertThat(search(words(OwnerKind.RESOURCE, "Porto"))).containsExactly("r2");
    }

    @Test
    void a_reading_that_fails_leaves_the_index_as_it_was() {
        rows.put(item("i1", MemoryType.EVENT, "red soup"));
        search(words(OwnerKind.ITEM, "soup"));
        rows.put(item("i2", MemoryType.EVENT, "green soup"), item("i3", MemoryType.EVENT, "blue soup"));
        rows.failAfterRows = 1;

        assertThatThrownBy(() -> search(words(OwnerKind.ITEM, "soup"))).isInstanceOf(StoreException.class);
        assertThat(search(words(OwnerKind.ITEM, "soup"))).containsExactlyInAnyOrder("i1", "i2", "i3");
        assertThat(rows.reads.get(2)).isEqualTo(rows.reads.get(1));
    }

    @Test
    void a_scope_is_loaded_once_however_many_ask_at_the_same_time() throws Exception {
        rows.put(item("i1", MemoryType.EVENT, "red soup"));
        for (int n = 0; n < 2_000; n++) { // loading takes long enough for all to ask meanwhile
            rows.put(item("other" + n, MemoryType.EVENT, "green bread " + n));
        }
        int threads = 16;
        CyclicBarrier barrier = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(executor.submit(() -> {
                    barrier.await();
                    return search(words(OwnerKind.ITEM, "soup"));
                }));
            }
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get()).containsExactly("i1");
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(rows.reads).hasSize(1);
    }

    @Test
    void a_scope_larger_than_the_cache_is_answered_and_not_kept_with_one_warning() {
        searcher.close();
        searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT.withCacheBytes(100));
        rows.put(item("i1", MemoryType.EVENT, "red soup"));
        List<LogRecord> log = new ArrayList<>();
        Handler handler = new Recorder(log);
        Logger logger = Logger.getLogger(ScopeIndexSearcher.class.getName());
        logger.addHandler(handler);
        try {
            assertThat(search(words(OwnerKind.ITEM, "soup"))).containsExactly("i1");
            assertThat(search(words(OwnerKind.ITEM, "soup"))).containsExactly("i1");
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(rows.reads).containsExactly(Watermark.EMPTY, Watermark.EMPTY);
        assertThat(log).singleElement().satisfies(r -> assertThat(r.getMessage())
                .contains(SCOPE.shortHash())
                .doesNotContain("alice"));
    }

    private String withoutSpeakers(String question) {
        try (SearchSession session = searcher.open(SCOPE)) {
            return session.withoutSpeakers(question);
        }
    }

    private List<String> search(Sample.Question query) {
        return search(query, SearchFilter.ALL);
    }

    private List<String> search(Sample.Question query, SearchFilter filter) {
        return query.top(searcher, SCOPE, filter, 10).stream()
                .map(SearchHit::id)
                .toList();
    }

    private static final class Recorder extends Handler {
        private final List<LogRecord> records;

        private Recorder(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord event) {
            records.add(event);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
