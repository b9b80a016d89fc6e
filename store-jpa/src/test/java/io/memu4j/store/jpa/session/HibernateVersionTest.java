package io.memu4j.store.jpa.session;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HibernateVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"6.6.40.Final", "7.0.0.Final", "7.1.11.Final"})
    void an_older_one_is_refused_with_the_versions_that_fit(String version) {
        assertThatThrownBy(() -> HibernateVersion.require(version))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Hibernate " + version)
                .hasMessageContaining("7.2.19");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.2.0.Final", "7.3.7.Final", "7.4.13.Final", "7.10.1", "8.0.0.Beta1", "[WORKING]"})
    void a_later_one_is_tried(String version) {
        assertThatCode(() -> HibernateVersion.require(version)).doesNotThrowAnyException();
    }
}
