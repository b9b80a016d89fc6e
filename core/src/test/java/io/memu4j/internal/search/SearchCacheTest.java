package io.memu4j.internal.search;

import static io.memu4j.internal.search.Sample.item;
import static io.memu4j.internal.search.Sample.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.admin.SearchStatistics;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.SearchFilter;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.OwnerKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchCacheTest {
    private static final MemoryScope ANA = new MemoryScope("ana", "agent");
    private static final MemoryScope BO = new MemoryScope("bo", "agent");

    private final FakeStore store = new FakeStore();
    private final FakeStore.Rows rows = store.in(ANA);
    private ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT);

    @AfterEach
    void close() {
        searcher.close();
    }

    @Test
    void statistics_tell_loads_from_catch_ups_and_hits_from_misses() {
        rows.put(item("i1", MemoryType.EVENT, "red soup"));
        found(ANA);
        found(ANA);
        rows.put(item("i2", MemoryType.EVENT, "green soup"));
        found(ANA);

        SearchStatistics statistics = searcher.statistics();

        assertThat(statistics.scopes()).isEqualTo(1);
        assertThat(statistics.bytes()).isPositive();
        assertThat(statistics.capacityBytes()).isEqualTo(RetrieveConfig.DEFAULT.cacheBytes());
        assertThat(statistics.misses()).isEqualTo(1);
        assertThat(statistics.hits()).isEqualTo(2);
        assertThat(statistics.loads()).isEqualTo(1);
        assertThat(statistics.catchUps()).isEqualTo(1);
        assertThat(statistics.evictions()).isZero();
    }

    @Test
    void an_index_that_has_to_make_room_is_counted_and_loaded_again_when_needed() {
        for (int i = 0; i < 400; i++) {
            rows.put(item("a" + i, MemoryType.EVENT, "red soup number " + i));
            store.in(BO).put(item("b" + i, MemoryType.EVENT, "green soup number " + i));
        }
        found(ANA);
        long one = searcher.statistics().bytes();
        searcher.close();
        searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT.withCacheBytes(one + one / 2));

        for (int round = 0; round < 3; round++) {
            assertThat(found(ANA)).isPositive();
            assertThat(found(BO)).isPositive();
        }

        SearchStatistics statistics = searcher.statistics();
        assertThat(statistics.evictions()).isPositive();
        assertThat(statistics.bytes()).isLessThanOrEqualTo(one + one / 2);
        assertThat(statistics.loads()).isGreaterThan(2);
    }

    @Test
    void a_delete_reads_no_row_again() {
        fill(2_000);
        found(ANA);
        Watermark before = rows.watermark();
        rows.delete("i7");
        found(ANA);

        assertThat(rows.reads).containsExactly(Watermark.EMPTY, before);
        assertThat(searcher.statistics().loads()).isEqualTo(1);
    }

    @Test
    void an_index_of_which_more_than_a_quarter_is_gone_is_made_anew() {
        fill(2_000);
        found(ANA);
        long full = searcher.statistics().bytes();
        for (int i = 0; i < 600; i++) {
            rows.delete("i" + i);
        }
        found(ANA);

        assertThat(searcher.statistics().loads()).isEqualTo(2);
        assertThat(searcher.statistics().bytes()).isLessThan(full);
        found(ANA);
        assertThat(searcher.statistics().loads()).isEqualTo(2);
    }

    @Test
    void while_a_scope_is_loaded_others_are_searched() throws Exception {
        rows.put(item("i1", MemoryType.EVENT, "red soup"));
        store.in(BO).put(item("i2", MemoryType.EVENT, "green soup"));
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        rows.beforeReading = () -> {
            loading.countDown();
            await(goOn);
        };
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> slow = executor.submit(() -> found(ANA));
            await(loading);

            assertThat(found(BO)).isEqualTo(1);
            assertThat(slow).isNotDone();
            goOn.countDown();
            assertThat(slow.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        } finally {
            goOn.countDown();
            executor.shutdownNow();
        }
    }

    private void fill(int items) {
        Object[] values = new Object[items];
        for (int i = 0; i < items; i++) {
            values[i] = item("i" + i, MemoryType.EVENT, "soup number " + i);
        }
        rows.put(values);
    }

    private int found(MemoryScope scope) {
        return words(OwnerKind.ITEM, "soup")
                .top(searcher, scope, SearchFilter.ALL, 5)
                .size();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
