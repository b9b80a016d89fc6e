package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.ScopeSummary;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.spi.store.ScopeStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of released versions, as they were written then, are opened by this one with every row. */
abstract class UpgradeContract {
    @TempDir
    Path folder;

    /** Puts a copy of the frozen database of that release somewhere; opening it migrates. */
    abstract DatabaseConfig thaw(String release) throws Exception;

    abstract String listing();

    /** A connection to the database before it is opened by the product. */
    abstract Connection connect(DatabaseConfig config) throws SQLException;

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void every_row_of_a_released_schema_is_kept(String release) throws Exception {
        JsonNode expected = FrozenListing.JSON.readTree(resource(release, listing()));
        DatabaseConfig config = thaw(release);

        JsonNode found;
        try (JpaMemoryStore store = JpaMemoryStore.open(config, Clock.systemUTC());
                Connection connection = store.database().source().getConnection()) {
            // Read like the other one: a small number is an int then, not a long.
            found = FrozenListing.JSON.readTree(FrozenListing.of(connection).toString());
        }

        for (String table : FrozenListing.TABLES) {
            Set<JsonNode> rows = FrozenListing.rows(expected, table, expected);
            assertThat(rows).as(table).isNotEmpty();
            assertThat(FrozenListing.rows(found, table, expected)).as(table).isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void a_memory_of_a_released_version_is_searched_and_goes_on(String release) throws Exception {
        BackedUpMemory memory = new BackedUpMemory(thaw(release), folder.resolve("resources"));
        try (MemoryServiceFactory memu = memory.open()) {
            MemoryService ana = memu.service(BackedUpMemory.ANA);
            assertThat(ana.retrieve("dog Bruno").passages().get(0).value().text())
                    .contains("Bruno");
            ana.memorize(MemorizeRequest.text("later", "My bicycle is called Rocinante."));
            assertThat(ana.retrieve("bicycle Rocinante")
                            .passages()
                            .get(0)
                            .value()
                            .text())
                    .contains("Rocinante");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void items_of_a_release_without_that_were_said_when_their_passages_were(String release) throws Exception {
        DatabaseConfig config = thaw(release);
        try (Connection old = connect(config);
                Statement statement = old.createStatement()) {
            statement.executeUpdate(
                    "update memu_passages set said_at = 1700000000000000 + position, said_offset = 3600");
        }
        try (JpaMemoryStore store = JpaMemoryStore.open(config, Clock.systemUTC())) {
            long dated = 0;
            for (ScopeSummary scope : store.scopes(null, 100)) {
                ScopeStore memory = store.in(scope.scope());
                for (MemoryItem item :
                        memory.items(ItemFilter.ALL, PageRequest.first(100)).rows()) {
                    OffsetDateTime last = memory.passages(item.passageIds()).stream()
                            .map(Passage::saidAt)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(null);
                    assertThat(item.saidAt()).isEqualTo(last);
                    assertThat(item.closing()).isNull();
                    dated += last == null ? 0 : 1;
                }
            }
            assertThat(dated).isPositive();
        }
    }

    /** A file of the release, out of its compression. */
    static byte[] resource(String release, String name) throws IOException {
        String path = "/frozen/" + release + "/" + name;
        try (InputStream in = Objects.requireNonNull(UpgradeContract.class.getResourceAsStream(path), path)) {
            return name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    static String text(String release, String name) throws IOException {
        return new String(resource(release, name), StandardCharsets.UTF_8);
    }
}
