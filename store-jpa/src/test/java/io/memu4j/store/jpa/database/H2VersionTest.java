package io.memu4j.store.jpa.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.ConfigurationException;
import org.junit.jupiter.api.Test;

/** A version of H2 that loses acknowledged commits is not used for files. */
class H2VersionTest {
    @Test
    void a_version_that_loses_commits_is_refused_for_files() {
        assertThatThrownBy(() -> H2Database.requireDurable("2.5.252 (2026-07-01)", true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2.4.240");
    }

    @Test
    void any_version_serves_in_memory_and_another_one_for_files() {
        assertThatCode(() -> {
                    H2Database.requireDurable("2.5.252", false);
                    H2Database.requireDurable("2.4.240", true);
                    H2Database.requireDurable(null, true);
                })
                .doesNotThrowAnyException();
    }
}
