package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.Category;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome.Applied;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.Versioned;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failure at any step of a write leaves nothing of it, and no connection in use. */
abstract class AtomicApplyContract {
    private final Resource kept = Rows.resource("kept");
    private final Resource dropped = Rows.resource("dropped");
    private final Passage first = Rows.passage(kept, 0);
    private final Passage second = Rows.passage(kept, 1);
    private final Passage gone = Rows.passage(dropped, 0);
    private final Category work = Rows.category("Work");
    private final MemoryItem changed = Rows.item("Ana works.", List.of(first.id()), List.of(work.id()));
    private final MemoryItem said = Rows.item("Ana lives in Porto.", List.of(gone.id()), List.of());
    private final MemoryItem forgotten = Rows.item("Ana rows.", List.of(second.id()), List.of(work.id()));

    private TestDatabase database;
    private FailingDataSource failing;
    private MemoryStore store;
    private ScopeStore scope;

    abstract TestDatabase create();

    @BeforeEach
    void open() {
        database = create();
        failing = new FailingDataSource(database.jpa().database().source());
        store = JpaMemoryStore.open(failing.dataSource());
        scope = store.in(Rows.scope());
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void a_failure_at_any_step_of_a_first_write_leaves_no_scope() {
        requireNothingAtEachFailure(() -> scope.apply(beginning()));
        assertThat(database.store().scopes(null, 10)).hasSize(1);
    }

    @Test
    void a_failure_at_any_step_of_a_change_leaves_everything_as_it_was() {
        assertThat(scope.apply(beginning())).isInstanceOf(Applied.class);
        requireNothingAtEachFailure(() -> assertThat(scope.apply(change())).isInstanceOf(Applied.class));
        assertThat(scope.counts().items()).isEqualTo(3);
    }

    @Test
    void a_failure_at_any_step_of_clearing_leaves_everything_as_it_was() {
        assertThat(scope.apply(beginning())).isInstanceOf(Applied.class);
        requireNothingAtEachFailure(scope::clear);
        assertThat(scope.counts().isEmpty()).isTrue();
    }

    @Test
    void a_failure_after_a_memorize_was_written_says_so_and_any_other_leaves_everything_as_it_was() {
        MemoryService ana = MemoryServiceFactory.builder()
                .store(store)
                .llm(LlmConfig.none())
                .build()
                .service(scope.scope());
        ScopeStore look = database.store().in(scope.scope());
        int writtenAllTheSame = 0;
        for (int n = 1; ; n++) {
            long before = look.counts().passages();
            MemorizeRequest request =
                    MemorizeRequest.append("chat", List.of(ConversationMessage.user("Ana", "I sing, turn " + n)));
            failing.failAt(n);
            try {
                ana.memorize(request);
                assertThat(look.counts().passages()).isEqualTo(before + 1);
                if (!failing.failed()) {
                    break;
                }
            } catch (StoreException e) {
                boolean written = e.getMessage().contains("The source was stored, but could not be read back.");
                assertThat(look.counts().passages()).as("statement " + n).isEqualTo(before + (written ? 1 : 0));
                assertThat(e.isRetriable()).isFalse();
                writtenAllTheSame += written ? 1 : 0;
            }
        }
        assertThat(writtenAllTheSame).isPositive();
    }

    private void requireNothingAtEachFailure(Runnable write) {
        ScopeStore look = database.store().in(scope.scope());
        Set<Object> before = Dump.of(look);
        for (int n = 1; ; n++) {
            failing.failAt(n);
            try {
                write.run();
                assertThat(failing.failed()).isFalse();
                failing.failAt(Integer.MAX_VALUE);
                assertThat(n).as("statements of the write").isGreaterThan(5);
                assertThat(Dump.of(look)).isNotEqualTo(before);
                return;
            } catch (StoreException e) {
                assertThat(e.isRetriable()).isFalse();
            }
            assertThat(Dump.of(look)).as("after failure at statement " + n).isEqualTo(before);
            database.requireNothingLeaked();
        }
    }

    private ChangeSet beginning() {
        return ChangeSet.builder()
                .put(kept)
                .put(dropped)
                .put(first)
                .put(second)
                .put(gone)
                .put(work)
                .put(changed)
                .put(said)
                .put(forgotten)
                .put(Rows.vector(OwnerKind.ITEM, changed.id(), 1))
                .put(Rows.vector(OwnerKind.PASSAGE, gone.id(), 2))
                .put(Rows.vector(OwnerKind.CATEGORY, work.id(), 3))
                .build();
    }

    private ChangeSet change() {
        Resource added = Rows.resource("added");
        Passage passage = Rows.passage(added, 0);
        Category home = Rows.category("Home");
        MemoryItem again = Rows.item("ana lives in Porto", List.of(passage.id()), List.of(home.id()));
        MemoryItem created = Rows.item("Ana paints.", List.of(passage.id()), List.of(home.id(), work.id()));
        return ChangeSet.builder()
                .deleteResource(new Versioned(dropped.id(), 1))
                .deletePassage(second.id())
                .deleteItem(new Versioned(forgotten.id(), 1))
                .put(Rows.resource(kept.id(), 1, "kept", "New caption"))
                .put(added)
                .put(passage)
                .put(Rows.category(work.id(), 1, "Work", "New summary"))
                .put(home)
                .put(Rows.item(changed.id(), 1, "Ana works at home.", List.of(passage.id()), List.of(home.id())))
                .put(again)
                .put(created)
                .put(Rows.vector(OwnerKind.ITEM, changed.id(), 4))
                .put(Rows.vector(OwnerKind.ITEM, created.id(), 5))
                .dropBlob("blobs/dropped")
                .build();
    }
}
