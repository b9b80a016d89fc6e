package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.IsolationException;
import io.memu4j.spi.store.ApplyOutcome.Applied;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ApplyOutcome.Stale;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.store.jpa.entity.CategoryRow;
import io.memu4j.store.jpa.entity.CitationRow;
import io.memu4j.store.jpa.entity.ItemRow;
import io.memu4j.store.jpa.entity.LinkRow;
import io.memu4j.store.jpa.entity.RowKey;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

/**
 * Every way known by which Hibernate shows or writes rows of another scope, each with what becomes of it here: the answer is empty, or a
 * layer refuses, or the way cannot be reached. Layers: 1 one class opens sessions and reads each statement, 2 filters, 3 keys and foreign
 * keys that start with the scope, 4 the comparison of every entity, 5 no caches, no native SQL. {@link LayersContract} switches layers off.
 */
abstract class JpaIsolationContract extends IsolationOfReads {
    // ---- writes of entities

    @Test
    void insert_update_delete_upsert_of_the_other_scopes_entity__refused_by_layer_4() {
        ItemRow foreign =
                ItemRow.of(theirs.scope(), Rows.item(theirs.item().id(), 1, "Mine now.", List.of(), List.of()), 9);
        ItemRow added = ItemRow.of(theirs.scope(), Rows.item("Planted.", List.of(), List.of()), 9);
        requireRefused(IsolationException.class, session -> session.insert(added));
        requireRefused(IsolationException.class, session -> session.update(foreign));
        requireRefused(IsolationException.class, session -> session.delete(foreign));
        requireRefused(IsolationException.class, session -> session.upsert(foreign));
    }

    @Test
    void update_and_delete_by_the_other_scopes_id_under_the_own_name__refused_by_layer_3() {
        ItemRow lie = ItemRow.of(mine.scope(), Rows.item(theirs.item().id(), 1, "Mine now.", List.of(), List.of()), 9);
        requireRefused(HibernateException.class, session -> session.update(lie));
        requireRefused(HibernateException.class, session -> session.delete(lie));
    }

    @Test
    void upsert_by_the_other_scopes_id_under_the_own_name__writes_an_own_row() {
        CategoryRow own =
                CategoryRow.of(mine.scope(), Rows.category(theirs.topic().id(), 0, "Mine", ""), 9);
        write(session -> {
            session.insert(own);
            return null;
        });
        assertThat(mine.store().category(theirs.topic().id())).isPresent();
    }

    @Test
    void find_reference_persist_merge_remove_with_a_persistence_context__empty_or_refused() {
        RowKey key = theirs.key(theirs.item().id());
        ItemRow foreign =
                ItemRow.of(theirs.scope(), Rows.item(theirs.item().id(), 1, "Mine now.", List.of(), List.of()), 9);
        ItemRow found = managed(session -> session.find(ItemRow.class, key));
        assertThat(found).isNull();
        requireManagedRefusal(
                session -> session.getReference(ItemRow.class, key).toItem(List.of(), List.of()));
        requireManagedRefusal(
                session -> session.persist(ItemRow.of(theirs.scope(), Rows.item("Planted.", List.of(), List.of()), 9)));
        requireManagedRefusal(session -> session.merge(foreign));
        requireManagedRefusal(session -> session.remove(foreign));
    }

    private void requireManagedRefusal(Consumer<Session> work) {
        assertThatThrownBy(() -> managed(session -> {
                    work.accept(session);
                    session.flush();
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void refresh_of_the_other_scopes_entity__refused_by_layer_2() {
        ItemRow foreign =
                ItemRow.of(theirs.scope(), Rows.item(theirs.item().id(), 1, "Empty.", List.of(), List.of()), 9);
        assertThatThrownBy(() -> read(session -> {
                    session.refresh(foreign);
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(foreign.toItem(List.of(), List.of()).summary()).isEqualTo("Empty.");
    }

    @Test
    void links_and_citations_between_scopes__refused_by_layer_3() {
        requireRefused(
                ConstraintViolationException.class,
                session -> session.insert(LinkRow.of(
                        mine.scope(), theirs.item().id(), mine.topic().id(), 9)));
        requireRefused(
                ConstraintViolationException.class,
                session -> session.insert(LinkRow.of(
                        mine.scope(), mine.item().id(), theirs.topic().id(), 9)));
        requireRefused(
                ConstraintViolationException.class,
                session -> session.insert(CitationRow.of(
                        mine.scope(), mine.item().id(), theirs.said().id(), 9)));
    }

    @Test
    void change_of_a_managed_entitys_scope__unreachable_keys_are_records_without_setters() {
        assertThat(RowKey.class).isRecord();
        assertThat(ItemRow.class.getMethods()).extracting(Method::getName).noneMatch(name -> name.startsWith("set"));
    }

    // ---- bulk statements

    @Test
    void bulk_update_and_delete__filtered() {
        requireOneRow("update CategoryRow c set c.summary = 'x'");
        requireOneRow("delete from LinkRow l");
        requireOneRow("delete from ItemRow i where i.key.id in (select c.key.itemId from CitationRow c)");
    }

    @Test
    void bulk_update_by_criteria__filtered() {
        int updated = write(session -> {
            var update = session.getCriteriaBuilder().createCriteriaUpdate(CategoryRow.class);
            update.from(CategoryRow.class);
            update.set("summary", "x");
            return session.createMutationQuery(update).executeUpdate();
        });
        assertThat(updated).isEqualTo(1);
    }

    @Test
    void insert_on_conflict__keyed_on_the_scope_so_that_an_own_row_is_written() {
        write(session -> session.createMutationQuery(
                        "insert into CategoryRow (key.userId, key.agentId, key.id, revision,"
                                + " version, name, nameKey, description, summary, createdAt, updatedAt) values (:user, :agent, :id,"
                                + " 9, 1, 'Mine', 'mine', '', '', 0, 0) on conflict (key.userId, key.agentId, key.id)"
                                + " do update set summary = 'overwritten'")
                .setParameter("user", mine.scope().userId())
                .setParameter("agent", mine.scope().agentId())
                .setParameter("id", theirs.topic().id())
                .executeUpdate());
        assertThat(mine.store().category(theirs.topic().id())).isPresent();
    }

    // ---- the store's own operations

    @Test
    void operations_with_the_other_scopes_ids__unknown_ids() {
        ScopeStore store = mine.store();
        assertThat(store.item(theirs.item().id())).isEmpty();
        assertThat(store.items(List.of(theirs.item().id()))).isEmpty();
        assertThat(store.resource(theirs.chat().id())).isEmpty();
        assertThat(store.category(theirs.topic().id())).isEmpty();
        assertThat(store.passagesOf(theirs.chat().id())).isEmpty();
        assertThat(store.itemsCiting(List.of(theirs.said().id()))).isEmpty();
        assertThat(store.itemsWith(List.of(ItemKey.of(theirs.item())))).isEmpty();
    }

    @Test
    void change_sets_with_the_other_scopes_ids__stale() {
        List<String> foreignPassage = List.of(theirs.said().id());
        List<String> foreignTopic = List.of(theirs.topic().id());
        assertThat(apply(ChangeSet.builder()
                        .put(Rows.item("A", foreignPassage, List.of()))
                        .build()))
                .isEqualTo(new Stale(Cause.SOURCE));
        assertThat(apply(ChangeSet.builder()
                        .put(Rows.item("B", List.of(), foreignTopic))
                        .build()))
                .isEqualTo(new Stale(Cause.CATEGORY));
        assertThat(apply(ChangeSet.builder()
                        .put(Rows.vector(OwnerKind.ITEM, theirs.item().id(), 1))
                        .build()))
                .isEqualTo(new Stale(Cause.ITEM));
        assertThat(apply(ChangeSet.builder().deletePassage(theirs.said().id()).build()))
                .isInstanceOf(Applied.class);
    }
}
