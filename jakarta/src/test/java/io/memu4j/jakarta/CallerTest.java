package io.memu4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.error.MissingScopeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller by default: the one of Jakarta Security. */
class CallerTest {
    private static @Nullable String caller;

    /** Stands for the server's. */
    @ApplicationScoped
    static class Security implements SecurityContext {
        @Override
        public @Nullable Principal getCallerPrincipal() {
            String name = caller;
            return name == null ? null : () -> name;
        }

        @Override
        public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
            return Set.of();
        }

        @Override
        public boolean isCallerInRole(String role) {
            return false;
        }

        @Override
        public Set<String> getAllDeclaredCallerRoles() {
            return Set.of();
        }

        @Override
        public boolean hasAccessToWebResource(String resource, String... methods) {
            return false;
        }

        @Override
        public AuthenticationStatus authenticate(
                HttpServletRequest request, HttpServletResponse response, AuthenticationParameters parameters) {
            return AuthenticationStatus.NOT_DONE;
        }
    }

    private static Application start() {
        return Application.start(Map.of("memu.llm.provider", "none"), Security.class, Application.Settings.class);
    }

    @Test
    void the_caller_of_jakarta_security_is_the_user() {
        try (Application application = start()) {
            caller = "petra";
            assertThat(application.get(MemoryService.class).scope().userId()).isEqualTo("petra");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "ANONYMOUS", "UNAUTHENTICATED", "", " "})
    void somebody_who_has_not_signed_in_has_no_memory(String name) {
        try (Application application = start()) {
            MemoryService memory = application.get(MemoryService.class);
            caller = name;
            assertThatThrownBy(memory::counts).isInstanceOf(MissingScopeException.class);
            caller = null;
            assertThatThrownBy(memory::counts).isInstanceOf(MissingScopeException.class);
        }
    }
}
