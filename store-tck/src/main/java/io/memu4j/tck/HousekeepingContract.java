package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.spi.store.ScopeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pending deletions, clear, counts, health, and the list of scopes. */
abstract class HousekeepingContract extends StoreTopic {
    @Test
    void obsolete_blobs_are_queued_until_somebody_did_delete_them() {
        applied(mine, changes().dropBlob("hash/one").dropBlob("hash/two"));
        applied(mine, changes().dropBlob("hash/three").dropBlob("hash/one"));
        List<PendingDeletion> queued = mine.pendingDeletions(10);
        assertThat(queued)
                .extracting(PendingDeletion::blobKey)
                .containsExactlyInAnyOrder("hash/one", "hash/two", "hash/three", "hash/one");
        assertThat(queued).extracting(PendingDeletion::id).doesNotHaveDuplicates();
        assertThat(queued.subList(0, 2))
                .extracting(PendingDeletion::blobKey)
                .containsExactlyInAnyOrder("hash/one", "hash/two");
        assertThat(mine.pendingDeletions(1)).hasSize(1);

        mine.deletionsDone(queued.subList(0, 3));
        mine.deletionsDone(queued.subList(0, 1));
        mine.deletionsDone(List.of());
        assertThat(mine.pendingDeletions(10)).containsExactly(queued.get(3));
    }

    @Test
    void a_refused_write_queues_no_deletion() {
        applied(mine, changes().put(Samples.category("places")));
        refused(Cause.CATEGORY, mine, changes().dropBlob("hash/one").put(Samples.category("places")));
        assertThat(mine.pendingDeletions(10)).isEmpty();
    }

    @Test
    void clear_leaves_nothing_but_the_deletions_to_do() {
        Resource copied =
                Samples.resource("copied").toBuilder().blobKey("hash/copy").build();
        Resource plain = Samples.resource("plain");
        Passage passage = Samples.passage(copied, 0, "text");
        Category places = Samples.category("places");
        MemoryItem item = Samples.item("Statement", List.of(passage), List.of(places));
        applied(
                mine,
                changes()
                        .put(copied)
                        .put(plain)
                        .put(passage)
                        .put(places)
                        .put(item)
                        .put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0, 0))
                        .put(Samples.vector(OwnerKind.PASSAGE, passage.id(), 1, 0, 0))
                        .put(Samples.vector(OwnerKind.CATEGORY, places.id(), 1, 0, 0))
                        .dropBlob("hash/older"));
        assertThat(mine.counts())
                .isEqualTo(Counts.builder()
                        .resources(2)
                        .passages(1)
                        .items(1)
                        .categories(1)
                        .links(1)
                        .citations(1)
                        .embeddings(3)
                        .build());

        mine.clear();
        assertThat(mine.counts()).isEqualTo(Counts.NONE);
        assertThat(mine.resource(copied.id())).isEmpty();
        assertThat(mine.resourceByKey("copied")).isEmpty();
        assertThat(mine.itemsWith(List.of(ItemKey.of(item)))).isEmpty();
        assertThat(mine.categories()).isEmpty();
        assertThat(mine.pendingDeletions(10))
                .extracting(PendingDeletion::blobKey)
                .containsExactly("hash/older", "hash/copy");

        applied(mine, changes().put(copied).put(passage).put(places).put(item));
        assertThat(mine.counts())
                .isEqualTo(Counts.builder()
                        .resources(1)
                        .passages(1)
                        .items(1)
                        .categories(1)
                        .links(1)
                        .citations(1)
                        .build());
        float[] otherLength = {1, 0};
        applied(mine, changes().put(Samples.vector(OwnerKind.ITEM, item.id(), otherLength)));
    }

    @Test
    void scopes_are_listed_once_each_in_order_in_pages_of_any_size() {
        String run = UUID.randomUUID().toString();
        List<MemoryScope> written = List.of(
                new MemoryScope(run, "a"),
                new MemoryScope(run, "b"),
                new MemoryScope(run + "-B", "a"),
                new MemoryScope(run + "-a", "Z"),
                new MemoryScope(run + "-a", "a"));
        for (int n : new int[] {3, 1, 4, 0, 2}) {
            ScopeStore scope = store().in(written.get(n));
            applied(scope, changes().put(Samples.category("places")));
        }
        store().in(written.get(1)).clear();
        for (int size : new int[] {1, 3, 1_000}) {
            List<ScopeSummary> all = Scopes.all(store(), size);
            assertThat(all).extracting(ScopeSummary::scope).doesNotHaveDuplicates();
            assertThat(all)
                    .extracting(ScopeSummary::scope)
                    .filteredOn(s -> s.userId().startsWith(run))
                    .isEqualTo(written);
        }
        MemoryScope unknown = new MemoryScope(run + "-A", "between");
        assertThat(store().scopes(unknown, 1)).extracting(ScopeSummary::scope).containsExactly(written.get(2));
    }

    @Test
    void a_scope_is_listed_with_its_watermark_and_the_time_of_its_first_write() {
        applied(mine, changes().put(Samples.category("a")));
        ScopeSummary first = Scopes.listed(store(), mine.scope()).orElseThrow();
        applied(mine, changes().put(Samples.category("b")));
        ScopeSummary second = Scopes.listed(store(), mine.scope()).orElseThrow();
        assertThat(second).isEqualTo(new ScopeSummary(mine.scope(), mine.watermark(), first.createdAt()));
        assertThat(first.createdAt()).isAfter(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void an_open_store_is_healthy_and_says_what_it_is() {
        assertThat(store().health().isUp()).isTrue();
        assertThat(store().health().store()).isNotBlank();
        assertThat(store().kind()).isNotBlank();
    }

    @Test
    void an_open_handle_sees_what_another_one_wrote() {
        ScopeStore again = store().in(mine.scope());
        assertThat(again.scope()).isEqualTo(mine.scope());
        List<String> names = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            names.add("category " + n);
            applied(mine, changes().put(Samples.category("category " + n)));
            assertThat(again.categories()).extracting(Category::name).isEqualTo(names);
            assertThat(again.watermark()).isEqualTo(mine.watermark());
        }
    }
}
