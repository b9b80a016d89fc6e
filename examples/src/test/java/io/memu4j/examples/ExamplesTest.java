package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.BackupKey;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.retrieve.RetrieveResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each example does what it says. */
class ExamplesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private Path database;

    @BeforeEach
    void chooseDatabase() {
        database = folder.resolve("memu.db");
    }

    @Test
    void the_first_steps_recall_what_was_said() {
        FirstSteps.run(folder, out);
        assertThat(printed()).startsWith("I moved to Porto in May.").contains("- Ana: I moved to Porto in May.");
    }

    @Test
    void the_program_of_the_getting_started_page_prints_what_the_page_shows() {
        GettingStarted.run(folder, out);
        Path page = Repository.ROOT.resolve("docs/getting-started.md");
        assertThat(CodeBlock.of(page))
                .filteredOn(block -> block.language().equals("text"))
                .extracting(CodeBlock::code)
                .contains(printed().strip());
    }

    @Test
    void a_single_users_memory_outlives_the_program() {
        List<MemorizeResult> results = SingleUser.remember(database, out);
        assertThat(results.get(0).unchanged()).isFalse();
        assertThat(results.get(0).items()).isNotEmpty();
        assertThat(results.get(1).unchanged()).isTrue();

        RetrieveResult found = SingleUser.ask(database, out);
        assertThat(texts(found).get(0)).contains("I moved to Porto in May");
        assertThat(printed()).contains("nothing changed").contains("allergic to peanuts");
    }

    @Test
    void in_memory_needs_no_database_and_no_ids() {
        assertThat(texts(InMemory.run(out)).get(0)).startsWith("My bicycle is in the cellar.");
    }

    @Test
    void several_users_never_see_each_others_memories() {
        SeveralUsers.Outcome outcome = SeveralUsers.run(database, out);
        assertThat(texts(outcome.alice()))
                .contains("I am allergic to peanuts.")
                .noneMatch(t -> t.contains("strawberries"));
        assertThat(texts(outcome.bob()))
                .anyMatch(t -> t.contains("strawberries"))
                .noneMatch(t -> t.contains("peanuts"));
        assertThat(outcome.taken()).isEmpty();
        assertThat(outcome.scopes()).isEqualTo(2);
    }

    @Test
    void several_agents_of_one_user_have_a_memory_each() {
        Map<String, RetrieveResult> recalled = SeveralAgents.run(database, out);
        assertThat(texts(recalled.get("general_assistant"))).containsExactly("I live in Lyon with two cats.");
        assertThat(texts(recalled.get("coding_assistant")))
                .containsExactly("I write Kotlin and prefer small functions.");
        assertThat(texts(recalled.get("research_assistant"))).containsExactly("I study the migration of swifts.");
    }

    @Test
    void a_service_per_request_serves_many_users_at_once() throws Exception {
        List<String> towns =
                IntStream.range(0, 24).mapToObj(i -> "Town" + (char) ('A' + i)).toList();
        try (ServicePerRequest server = new ServicePerRequest(database)) {
            List<RetrieveResult> recalled = ServicePerRequest.serve(server, towns);
            for (int i = 0; i < towns.size(); i++) {
                assertThat(texts(recalled.get(i))).containsExactly("I live in " + towns.get(i) + ".");
            }
        }
    }

    @Test
    void what_was_in_memory_is_in_the_database_after_the_move() {
        MoveToDatabase.Outcome outcome = MoveToDatabase.run(database, out);
        assertThat(outcome.before().isEmpty()).isFalse();
        assertThat(outcome.after()).isEqualTo(outcome.before());
    }

    @Test
    void a_database_is_refused_before_it_is_migrated_and_usable_afterwards() {
        Path memory = folder.resolve("memory");
        assertThat(Migration.tooEarly(memory)).startsWith("Not yet").contains("memu migrate");
        assertThat(Migration.migrate(memory).applied()).isNotEmpty();
        assertThat(Migration.migrate(memory).applied()).isEmpty();
        assertThat(Migration.use(memory).items()).isEqualTo(1);
    }

    @Test
    void a_backup_is_verified_and_restored_into_another_database() {
        Path backup = folder.resolve("backup");
        BackupKey key = BackupKey.of(new byte[32]);
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(database))
                .build()) {
            memu.service("alice", "assistant").memorize(MemorizeRequest.text("about-me", "I live in Lyon."));
            assertThat(BackUp.backUp(memu, backup, key).missingFiles()).isZero();
        }
        assertThat(BackUp.restore(backup, key, folder.resolve("restored.db")).scopes())
                .isEqualTo(1);
    }

    @Test
    void a_postgresql_server_that_does_not_answer_is_one_retriable_error() {
        assertThatThrownBy(() -> OnPostgres.open("jdbc:postgresql://127.0.0.1:1/memory", "memu", "secret", folder))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.isRetriable()).isTrue())
                .hasMessageNotContaining("secret");
    }

    @Test
    void memory_lives_beside_the_applications_own_tables() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("shop") + ";WRITE_DELAY=0";
        assertThat(texts(OwnDataSource.run(url)).get(0)).contains("size 39");
        assertThat(texts(OwnDataSource.run(url)).get(0)).contains("size 39");
    }

    static List<String> texts(RetrieveResult found) {
        return found.passages().stream().map(passage -> passage.value().text()).toList();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
