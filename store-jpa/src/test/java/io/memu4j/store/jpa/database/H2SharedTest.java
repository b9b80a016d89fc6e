package io.memu4j.store.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H2 databases that several programs can write to are told from those that one program has. */
class H2SharedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:./memu;AUTO_SERVER=TRUE",
                "jdbc:h2:file:/data/memu;USER=sa;auto_server=true;TRACE_LEVEL_FILE=0"
            })
    void an_automatic_server_ends_with_its_program(String url) {
        assertThat(H2Database.shared(url)).contains("take turns", "opened the file first ends", "SQLite or PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:tcp://host/memu", "jdbc:h2:ssl://host:9092/~/memu;IFEXISTS=TRUE"})
    void a_server_has_writers_that_do_not_take_turns(String url) {
        assertThat(H2Database.shared(url)).contains("take turns").doesNotContain("AUTO_SERVER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:./memu", "jdbc:h2:mem:memu", "jdbc:h2:file:/tcp:/memu;AUTO_SERVER=FALSE;WRITE_DELAY=0"})
    void one_program_has_a_file_or_a_database_in_memory(String url) {
        assertThat(H2Database.shared(url)).isNull();
    }
}
