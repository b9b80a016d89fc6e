package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** SQLite knows nothing of how many rows a scope has; what it chooses for reads by id must not be to read all of them. */
class SqliteReadPlansTest {
    private final List<String> prepared = new ArrayList<>();

    @Test
    void reads_by_id_look_each_id_up_and_read_no_other_row_of_the_scope() throws SQLException {
        try (TestDatabase database = TestDatabase.sqlite()) {
            DataSource source = database.jpa().database().source();
            try (MemoryStore store = JpaMemoryStore.open(recording(source))) {
                ScopeStore scope = store.in(Rows.scope());
                Resource resource = Rows.resource("chat");
                Passage passage = Rows.passage(resource, 0);
                Category category = Rows.category("home");
                MemoryItem item = Rows.item("Ana moved.", List.of(passage.id()), List.of(category.id()));
                scope.apply(ChangeSet.builder()
                        .put(resource)
                        .put(passage)
                        .put(category)
                        .put(item)
                        .put(Rows.vector(OwnerKind.ITEM, item.id(), 1))
                        .build());
                prepared.clear();
                for (int ids = 1; ids <= 16; ids *= 2) {
                    List<String> some = idsWith(item.id(), ids);
                    assertThat(scope.items(some)).hasSize(1);
                    assertThat(scope.embeddings(OwnerKind.ITEM, some)).hasSize(1);
                    assertThat(scope.itemsCiting(idsWith(passage.id(), ids))).hasSize(1);
                    assertThat(scope.passages(idsWith(passage.id(), ids))).hasSize(1);
                    assertThat(scope.resources(idsWith(resource.id(), ids))).hasSize(1);
                }
                assertPlans(source);
            }
        }
    }

    private static List<String> idsWith(String id, int count) {
        List<String> ids = new ArrayList<>(List.of(id));
        IntStream.range(1, count).forEach(n -> ids.add("other-" + n));
        return ids;
    }

    private void assertPlans(DataSource source) throws SQLException {
        List<String> reads =
                prepared.stream().filter(sql -> sql.startsWith("select")).toList();
        assertThat(reads).hasSizeGreaterThan(25);
        try (Connection connection = source.getConnection()) {
            for (String sql : reads) {
                assertThat(plan(connection, sql)).as(sql).allMatch(SqliteReadPlansTest::isByMoreThanTheScope);
            }
        }
    }

    private static boolean isByMoreThanTheScope(String step) {
        return step.startsWith("SEARCH")
                && (step.contains("memu_scopes") || step.replaceAll("=\\?", "").contains("agent_id AND "));
    }

    private static List<String> plan(Connection connection, String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("explain query plan " + sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    private DataSource recording(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("prepareStatement")) {
                prepared.add((String) args[0]);
            }
            try {
                Object result = method.invoke(target, args);
                return method.getReturnType() == Connection.class ? proxy(Connection.class, result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
