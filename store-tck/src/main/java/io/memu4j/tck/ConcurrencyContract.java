package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ApplyOutcome.Applied;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ApplyOutcome.Stale;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.ScopeStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many writers at once. */
abstract class ConcurrencyContract extends StoreTopic {
    private static final int THREADS = 16;
    private static final int WRITES = 10;

    @Test
    void sixteen_writers_of_one_scope_lose_nothing_and_count_exactly() {
        List<List<Watermark>> acknowledged = Threads.all(THREADS, n -> write(mine, n));
        assertThat(acknowledged.stream().flatMap(List::stream).map(Watermark::revision))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, THREADS * WRITES).boxed().toList());
        assertThat(acknowledged.stream().flatMap(List::stream).map(Watermark::incarnation))
                .containsOnly(mine.watermark().incarnation());
        assertThat(acknowledged)
                .allSatisfy(of -> assertThat(of).extracting(Watermark::revision).isSorted());
        assertThat(mine.watermark().revision()).isEqualTo(THREADS * WRITES);
        assertThat(mine.counts().items()).isEqualTo(THREADS * WRITES);
        assertThat(mine.counts().resources()).isEqualTo(THREADS * WRITES);
        assertThat(Contents.of(mine).items()).hasSize(THREADS * WRITES);
    }

    @Test
    void sixteen_writers_of_sixteen_scopes_do_not_meet() {
        List<ScopeStore> scopes =
                IntStream.range(0, THREADS).mapToObj(n -> fresh()).toList();
        Threads.all(THREADS, n -> write(scopes.get(n), n));
        for (int n = 0; n < THREADS; n++) {
            String mark = "writer " + n + ",";
            assertThat(scopes.get(n).watermark().revision()).isEqualTo(WRITES);
            assertThat(Contents.of(scopes.get(n)).items().values())
                    .hasSize(WRITES)
                    .allSatisfy(item -> assertThat(item.summary()).startsWith(mark));
        }
    }

    @Test
    void of_writers_that_store_the_same_source_one_succeeds() {
        List<ApplyOutcome> outcomes = Threads.all(
                THREADS, n -> mine.apply(changes().put(Samples.resource("chat")).build()));
        assertThat(outcomes).filteredOn(Applied.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new Stale(Cause.SOURCE)::equals).hasSize(THREADS - 1);
        assertThat(mine.watermark().revision()).isEqualTo(1);
        assertThat(mine.counts().resources()).isEqualTo(1);
    }

    @Test
    void of_writers_that_change_the_same_version_one_succeeds() {
        Category places = Samples.category("places");
        applied(mine, changes().put(places));
        List<ApplyOutcome> outcomes = Threads.all(
                THREADS,
                n -> mine.apply(changes()
                        .put(places.toBuilder().version(1).summary("by " + n).build())
                        .put(Samples.item("Statement by " + n))
                        .build()));
        assertThat(outcomes).filteredOn(Applied.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new Stale(Cause.CATEGORY)::equals).hasSize(THREADS - 1);
        int winner = IntStream.range(0, THREADS)
                .filter(n -> outcomes.get(n) instanceof Applied)
                .findFirst()
                .orElseThrow();
        assertThat(mine.category(places.id()))
                .contains(places.toBuilder().summary("by " + winner).version(2).build());
        assertThat(Contents.of(mine).items().values())
                .extracting(MemoryItem::summary)
                .containsExactly("Statement by " + winner);
        assertThat(mine.watermark().revision()).isEqualTo(2);
    }

    @Test
    void the_same_statement_made_by_all_is_stored_once_and_counted_exactly() {
        Threads.all(THREADS, n -> {
            for (int w = 0; w < 3; w++) {
                applied(mine, changes().put(Samples.item("Ana lives in Porto")));
            }
            return n;
        });
        assertThat(Contents.of(mine).items().values()).singleElement().satisfies(item -> {
            assertThat(item.reinforcements()).isEqualTo(THREADS * 3);
            assertThat(item.version()).isEqualTo(THREADS * 3);
        });
        assertThat(mine.watermark().revision()).isEqualTo(THREADS * 3);
    }

    @Test
    void a_reader_sees_whole_revisions_while_writers_run() {
        Category count = Samples.category("count").toBuilder().summary("0").build();
        applied(mine, changes().put(count));
        AtomicInteger writing = new AtomicInteger(4);
        List<SeenScope> readers = Threads.all(6, n -> {
            if (n < 4) {
                try {
                    keepCounting(count.id(), 10);
                } finally {
                    writing.decrementAndGet();
                }
                return new SeenScope();
            }
            return watch(writing);
        });
        for (SeenScope seen : readers.subList(4, 6)) {
            seen.refresh(mine);
            assertThat(seen.contents(mine)).isEqualTo(Contents.of(mine));
        }
        assertThat(mine.watermark().revision()).isEqualTo(41);
    }

    @Test
    void counts_are_of_one_moment_while_everything_comes_and_goes() {
        AtomicInteger writing = new AtomicInteger(1);
        Threads.all(3, n -> {
            if (n == 0) {
                try {
                    for (int round = 0; round < 40; round++) {
                        applied(mine, wholeMemory());
                        mine.clear();
                    }
                } finally {
                    writing.decrementAndGet();
                }
                return n;
            }
            Counts nothing = Counts.NONE;
            while (writing.get() > 0) {
                assertThat(mine.counts())
                        .isIn(
                                nothing,
                                Counts.builder()
                                        .resources(1)
                                        .items(1)
                                        .categories(1)
                                        .links(1)
                                        .build());
            }
            return n;
        });
    }

    private static ChangeSetBuilder wholeMemory() {
        Category category = Samples.category("places " + Samples.IDS.next());
        return changes()
                .put(Samples.resource("chat " + Samples.IDS.next()))
                .put(category)
                .put(Samples.item("Statement " + Samples.IDS.next(), List.of(), List.of(category)));
    }

    /** Each write adds two items and deletes one that was there, and keeps the category's text at the number of items. */
    private void keepCounting(String countId, int writes) {
        for (int done = 0; done < writes; ) {
            Category count = mine.category(countId).orElseThrow();
            var page = mine.items(ItemFilter.ALL, PageRequest.first(1));
            int before = Integer.parseInt(count.summary());
            var changes = changes();
            page.rows().forEach(oldest -> changes.deleteItem(Samples.at(oldest)));
            int after = before - page.rows().size() + 2;
            changes.put(count.toBuilder().summary(Integer.toString(after)).build());
            changes.put(Samples.item("Statement " + Samples.IDS.next()));
            changes.put(Samples.item("Statement " + Samples.IDS.next()));
            if (mine.apply(changes.build()) instanceof Applied) {
                done++;
            }
        }
    }

    private SeenScope watch(AtomicInteger writing) {
        SeenScope seen = new SeenScope();
        long last = 0;
        boolean more = true;
        while (more) {
            more = writing.get() > 0;
            seen.refresh(mine);
            assertThat(seen.watermark.revision()).as("what was seen stays seen").isGreaterThanOrEqualTo(last);
            last = seen.watermark.revision();
            Category count = seen.categories.values().iterator().next();
            assertThat(seen.items)
                    .as("items at revision " + seen.watermark.revision())
                    .hasSize(Integer.parseInt(count.summary()));
            assertThat(count.version())
                    .as("the only category changes with every write")
                    .isEqualTo(seen.watermark.revision());
        }
        return seen;
    }

    private static List<Watermark> write(ScopeStore scope, int writer) {
        return IntStream.range(0, WRITES)
                .mapToObj(w -> {
                    Resource resource = Samples.resource("chat " + writer + " " + w);
                    var passage = Samples.passage(resource, 0, "text");
                    var item = Samples.item("writer " + writer + ", statement " + w, List.of(passage), List.of());
                    return applied(scope, changes().put(resource).put(passage).put(item))
                            .watermark();
                })
                .toList();
    }
}
