package io.memu4j.importer.memu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.importer.memu.MemuReport.Loss;
import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.MemoryStoreProvider;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.transfer.ImportReport;
import io.memu4j.transfer.ImportReport.ImportedScope;
import io.memu4j.transfer.ImportReport.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemuImportTest {
    @TempDir
    Path folder;

    private Path original;
    private MemoryStore store;
    private MemoryServiceFactory memu;

    @BeforeEach
    void open() throws SQLException {
        original = MemuFiles.database(folder);
        store = ServiceLoader.load(MemoryStoreProvider.class)
                .findFirst()
                .orElseThrow()
                .open(DatabaseConfig.sqlite(folder.resolve("memu4j.db")), Clock.systemUTC());
        memu = factory(new HashedWordsModel(64));
    }

    @AfterEach
    void close() {
        memu.close();
    }

    private MemoryServiceFactory factory(TextEmbedder model) {
        return MemoryServiceFactory.builder()
                .store(store)
                .llm(model == null ? Models.none() : Models.of(model))
                .blobs(BlobConfig.folder(folder.resolve("copies")))
                .build();
    }

    private MemuReport bring(MemuImport from) {
        return from.into(memu.transfer());
    }

    @Test
    void everything_comes_over_with_ids_types_links_summaries_and_times() {
        MemuReport report = bring(MemuImport.from(original));

        assertThat(report.losses()).isEmpty();
        assertThat(report.imported().complete()).isTrue();
        assertThat(report.imported().scopes())
                .extracting(scope -> scope.scope().userId())
                .containsExactly("alice", "bob");
        MemoryService alice = memu.service("alice", "a");
        MemoryItem nurse = alice.items().get(MemuFiles.ALICE_NURSE).orElseThrow();
        assertThat(nurse.type()).isEqualTo(MemoryType.PROFILE);
        assertThat(nurse.summary()).isEqualTo("Alice works as a nurse");
        assertThat(nurse.createdAt()).isEqualTo(Instant.ofEpochMilli(1763700003500L));
        assertThat(nurse.categoryIds()).containsExactly(MemuFiles.ALICE_WORK);
        Category work = alice.categories().get(MemuFiles.ALICE_WORK).orElseThrow();
        assertThat(work.name()).isEqualTo("work_life");
        assertThat(work.summary()).isEqualTo("# Work\n- nurse");
        Resource chat = alice.resources().get(MemuFiles.ALICE_CHAT).orElseThrow();
        assertThat(chat.caption()).isEqualTo("A chat about work and hobbies.");
        assertThat(chat.createdAt()).isEqualTo(Instant.parse("2025-11-21T04:40:00.123456Z"));
        assertThat(alice.items()
                        .list(ItemFilter.ALL.withResource(chat.id()), PageRequest.first(10))
                        .rows())
                .hasSize(2);
        assertThat(alice.counts())
                .isEqualTo(Counts.builder()
                        .resources(1)
                        .passages(1)
                        .items(2)
                        .categories(1)
                        .links(1)
                        .citations(2)
                        .embeddings(5)
                        .build());
        assertThat(alice.retrieve("Who works as a nurse?")
                        .items()
                        .get(0)
                        .value()
                        .id())
                .isEqualTo(MemuFiles.ALICE_NURSE);
        assertThat(memu.service("bob", "a").counts().items()).isEqualTo(1);
    }

    @Test
    void twice_changes_nothing() throws IOException {
        MemuImport from = MemuImport.from(original).vectors(MemuFiles.vectors(folder));
        bring(from);
        var before = store.in(memu.service("alice", "a").scope()).watermark();
        ImportedScope again = bring(from).imported().scopes().get(0);
        assertThat(again.items()).isEqualTo(new Tally(0, 2, 0, 0, 0));
        assertThat(again.resources()).isEqualTo(new Tally(0, 1, 0, 0, 0));
        assertThat(store.in(memu.service("alice", "a").scope()).watermark()).isEqualTo(before);
    }

    @Test
    void vectors_are_kept_as_those_of_the_model_named_and_a_lost_caption_is_found() throws IOException {
        memu = factory(null);
        MemuReport report = bring(MemuImport.from(original)
                .vectors(MemuFiles.vectors(folder))
                .keepingVectorsOf("text-embedding-3-small"));

        ImportedScope alice = report.imported().scopes().get(0);
        assertThat(alice.vectors()).isEqualTo(new ImportReport.Vectors(4, 0, 1));
        var scope = store.in(memu.service("alice", "a").scope());
        assertThat(scope.watermark().activeSpace()).isEqualTo(new EmbeddingSpace("text-embedding-3-small", 3));
        assertThat(scope.embeddings(OwnerKind.ITEM, List.of(MemuFiles.ALICE_NURSE, MemuFiles.ALICE_CHESS)))
                .singleElement()
                .satisfies(e -> assertThat(e.vector()).containsExactly(0f, 0.6f, 0.8f));
        assertThat(memu.service("bob", "a")
                        .resources()
                        .get(MemuFiles.BOB_CHAT)
                        .orElseThrow()
                        .caption())
                .isEqualTo("Bob talks of cooking.");
    }

    @Test
    void of_torn_vectors_the_whole_ones_are_kept_and_the_missing_ones_made_by_the_model() throws IOException {
        Path vectors = MemuFiles.vectors(folder);
        String json = Files.readString(vectors);
        Files.writeString(vectors, json.substring(0, json.indexOf("cook rice")));
        TextEmbedder same = new HashedWordsModel(3);
        memu = factory(same);
        MemuReport report = bring(MemuImport.from(original)
                .vectors(vectors)
                .keepingVectorsOf(same.space().model()));
        assertThat(report.vectors().usable()).isEqualTo(3);
        assertThat(report.vectors().problem()).contains("torn");
        assertThat(report.imported().scopes().get(0).vectors()).isEqualTo(new ImportReport.Vectors(3, 2, 0));
        assertThat(report.imported().scopes().get(1).vectors()).isEqualTo(new ImportReport.Vectors(2, 1, 0));
    }

    @Test
    void copies_come_along_but_never_a_file_that_two_users_share_or_one_outside_the_folder() throws Exception {
        Path resources = Files.createDirectories(folder.resolve("original resources"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(resources.resolve("monday.json"), "[]");
        Files.writeString(resources.resolve("shared.txt"), "whose?");
        Files.createSymbolicLink(resources.resolve("bob.txt"), folder.resolve("secret.txt"));
        MemuFiles.run(
                original,
                "insert into resources values ('r1', 'alice', 'a', 'u1', 'document', 'x/shared.txt', 'One', 1, null)",
                "insert into resources values ('r2', 'bob', 'a', 'u2', 'document', 'y/SHARED.txt', 'Two', 1, null)",
                "insert into resources values ('r3', 'bob', 'a', 'u3', 'document', '../secret.txt', 'Three', 1, null)");
        MemuReport report = bring(MemuImport.from(original).resources(resources));
        assertThat(memu.service("alice", "a").resources().copy(MemuFiles.ALICE_CHAT))
                .hasValue("[]".getBytes(StandardCharsets.UTF_8));
        assertThat(report.imported().scopes())
                .extracting(s -> s.copies().kept())
                .containsExactly(1L, 0L);
        assertThat(report.losses())
                .contains(new Loss("bob", "a", "copy missing: the folder of resources has no such file", 2))
                .filteredOn(loss -> loss.what().startsWith("copy left out"))
                .hasSize(2);
    }

    @Test
    void odd_rows_are_taken_as_far_as_they_go_and_the_rest_is_reported() throws Exception {
        MemuFiles.run(
                original,
                "insert into memory_items values ('raw', 'alice', 'a', null, 'event', '{\"memories_items\": []}', 1)",
                "insert into memory_items values ('fenced', 'alice', 'a', null, 'event', '```json {} ```', 1)",
                "insert into memory_items values ('UPPER-ID', 'alice', 'a', 'gone', 'Odd Type!', 'Alice was here', 'soon')",
                "insert into memory_items values ('empty', 'alice', 'a', null, 'event', ' ', 1)",
                "insert into memory_items values (null, 'alice', 'a', null, 'event', 'nobody', 1)",
                "insert into memory_items values ('twin', 'alice', 'a', '" + MemuFiles.ALICE_CHAT
                        + "', 'profile', 'alice works as a nurse.', 1)",
                "insert into memory_items values ('long', 'alice', 'a', null, 'event', '" + "x".repeat(9_000) + "', 1)",
                "insert into memory_items values ('nul', 'alice', 'a', null, 'event', 'a' || char(0) || 'b', 1e300)",
                "insert into memory_items values ('other', '', 'a', null, 'event', 'no user', 1)",
                "insert into categories values ('c2', 'alice', 'a', 'WORK_LIFE', null, null, '2025-11-21 04:40:00')",
                "insert into categories values ('c3', 'alice', 'a', null, null, null, 1)",
                "insert into category_items values ('twin', '" + MemuFiles.ALICE_WORK + "', 'alice', 'a')",
                "insert into category_items values ('long', 'nowhere', 'alice', 'a')",
                "insert into category_items values ('ghost', 'c2', 'alice', 'a')",
                "insert into resources values ('r9', 'alice', 'a', null, 'smell', null, null, null, null)");
        MemuReport report = bring(MemuImport.from(original));

        assertThat(report.losses())
                .extracting(Loss::what, Loss::rows)
                .contains(
                        tuple("memory left out: its text is the raw answer of a model", 2L),
                        tuple("memory left out: it has no id or no text", 2L),
                        tuple("memory kept without its source, which is missing", 3L),
                        tuple("memory shortened to 8000 characters", 1L),
                        tuple("the type of a memory is not known; it was taken as knowledge", 1L),
                        tuple("category left out: it has no id or no name", 1L),
                        tuple("link left out: there is no such category", 1L),
                        tuple("link left out: there is no such item", 1L),
                        tuple("resource left out: it has no id or no address", 1L));
        ImportedScope alice = report.imported().scopes().stream()
                .filter(s -> s.scope().userId().equals("alice"))
                .findFirst()
                .orElseThrow();
        assertThat(alice.items()).isEqualTo(new Tally(5, 0, 1, 0, 0));
        MemoryService service = memu.service("alice", "a");
        assertThat(service.items().list(ItemFilter.ALL, PageRequest.first(100)).rows())
                .hasSize(5)
                .allMatch(item -> item.id().matches("[0-9a-f-]{36}"));
        Counts counts = service.counts();
        assertThat(bring(MemuImport.from(original)).imported().scopes())
                .allMatch(s -> s.items().added()
                                + s.resources().added()
                                + s.categories().added()
                        == 0);
        assertThat(service.counts()).isEqualTo(counts);
    }

    @Test
    void missing_tables_and_columns_are_empty_ones() throws Exception {
        MemuFiles.run(
                original,
                "drop table category_items",
                "drop table resources",
                "alter table memory_items drop column memory_type",
                "alter table categories drop column summary");
        MemuReport report = bring(MemuImport.from(original));
        assertThat(report.losses()).extracting(Loss::what).contains("the table resources is missing");
        assertThat(memu.service("alice", "a").counts())
                .isEqualTo(Counts.builder().items(2).categories(1).embeddings(3).build());
    }

    @Test
    void a_view_in_the_place_of_a_table_is_not_asked() throws Exception {
        MemuFiles.run(
                original,
                "drop table resources",
                "create view resources as with recursive n(x) as (select 1 union all select x + 1 from n)"
                        + " select x as id, 'alice' as user_id, 'a' as agent_id from n");
        MemuReport report = bring(MemuImport.from(original));
        assertThat(report.losses()).extracting(Loss::what).contains("the table resources is no table");
    }

    @Test
    void a_write_ahead_log_counts_and_the_original_stays_as_it_is() throws Exception {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + original);
                var statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute(
                    "insert into memory_items values ('late', 'bob', 'a', null, 'event', 'Bob came late', 1)");
            byte[] before = Files.readAllBytes(original);
            bring(MemuImport.from(original));
            assertThat(memu.service("bob", "a").counts().items()).isEqualTo(2);
            assertThat(Files.readAllBytes(original)).isEqualTo(before);
        }
    }

    @Test
    void what_is_no_database_is_one_clear_error() throws IOException {
        Path text = Files.writeString(
                folder.resolve("text.db"), "no database, but long enough to be read as one".repeat(100));
        assertThatThrownBy(() -> bring(MemuImport.from(text)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("text.db");
        assertThatThrownBy(() -> bring(MemuImport.from(folder.resolve("none.db"))))
                .isInstanceOf(InvalidInputException.class);
        Path torn = Files.write(folder.resolve("torn.db"), Arrays.copyOf(Files.readAllBytes(original), 6_000));
        assertThatThrownBy(() -> bring(MemuImport.from(torn))).isInstanceOf(InvalidInputException.class);
    }
}
