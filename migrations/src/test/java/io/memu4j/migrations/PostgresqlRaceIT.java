package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.migrations.ChildJvm.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on an empty PostgreSQL database, each held where it hurts. */
class PostgresqlRaceIT {
    private static final String ALL = "applied " + ExpectedChangeSets.all().size();

    /** The table of the lock is there and the row is not: as Liquibase goes about it, and as we do. */
    private static final String FILLING = "(DELETE FROM public.|insert into )databasechangeloglock";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.postgresql();

    /** Liquibase makes the table of its lock, and in a second transaction deletes all its rows and adds one that is free. */
    @Test
    void the_lock_of_the_first_is_not_taken_away_by_the_second_that_found_the_table_empty() throws Exception {
        Paused first = start("first", "before", FILLING, "after", "INTO public.databasechangelog ");
        first.awaitPlace(0);
        Paused second = start("second", "before", FILLING);
        await(() -> second.isAt(0) || isSomebodyBlocked());

        first.go(0);
        first.awaitPlace(1);
        second.go(0);
        await(() -> !second.child.process().isAlive()
                || second.began("SELECT LOCKED FROM public.databasechangeloglock") > 2);
        first.go(1);

        assertThat(List.of(first.child.await(), second.child.await()))
                .extracting(Ended::output)
                .containsExactly(ALL, "applied 0");
        assertThat(database.query("select count(*) from databasechangelog"))
                .containsExactly(String.valueOf(ExpectedChangeSets.all().size()));
        assertThat(database.status().upToDate()).isTrue();
    }

    private boolean isSomebodyBlocked() throws Exception {
        return !database.query("select pid from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'")
                .isEmpty();
    }

    private static void await(Callable<Boolean> state) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!state.call()) {
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private Paused start(String name, String... places) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        List<String> arguments =
                new ArrayList<>(List.of(database.url(), database.user(), database.password(), own.toString()));
        arguments.addAll(List.of(places));
        return new Paused(own, ChildJvm.start(folder, PausingMain.class, List.of(), arguments.toArray(String[]::new)));
    }

    private record Paused(Path folder, ChildJvm child) {
        boolean isAt(int place) {
            return Files.exists(folder.resolve("paused-" + place));
        }

        void awaitPlace(int place) throws Exception {
            await(() -> isAt(place) || !child.process().isAlive());
            assertThat(isAt(place)).as(Files.readString(child.output())).isTrue();
        }

        void go(int place) throws IOException {
            Files.createFile(folder.resolve("go-" + place));
        }

        long began(String text) throws IOException {
            Path statements = folder.resolve("statements");
            return !Files.exists(statements)
                    ? 0
                    : Files.readAllLines(statements).stream()
                            .filter(statement -> statement.contains(text))
                            .count();
        }
    }
}
