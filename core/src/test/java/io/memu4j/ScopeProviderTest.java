package io.memu4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.MissingScopeException;
import io.memu4j.model.MemoryScope;
import org.junit.jupiter.api.Test;

class ScopeProviderTest {
    @Test
    void the_scope_is_the_current_user_with_the_agent_asked_for() {
        ScopeProvider scopes = () -> "ana";

        assertThat(scopes.current("concierge")).isEqualTo(new MemoryScope("ana", "concierge"));
    }

    @Test
    void nobody_has_no_memory() {
        assertThatThrownBy(() -> ((ScopeProvider) () -> null).current("concierge"))
                .isInstanceOf(MissingScopeException.class);
        assertThatThrownBy(() -> ((ScopeProvider) () -> " ").current("concierge"))
                .isInstanceOf(MissingScopeException.class);
    }

    @Test
    void an_id_that_cannot_be_one_is_refused() {
        assertThatThrownBy(() -> ((ScopeProvider) () -> "a\0b").current("concierge"))
                .isInstanceOf(InvalidInputException.class);
    }
}
