package io.memu4j.jakarta;

import io.memu4j.ScopeProvider;
import io.memu4j.config.MemorySettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/** An application in Weld SE, as strict about proxies as a server. */
final class Application implements AutoCloseable {
    private static Map<String, String> settings = Map.of();

    private final WeldContainer container;

    private Application(WeldContainer container) {
        this.container = container;
    }

    static Application start(Map<String, String> settings, Class<?>... beans) {
        Application.settings = settings;
        return new Application(new Weld()
                .disableDiscovery()
                .property("org.jboss.weld.construction.relaxed", false)
                .addBeanClasses(beans)
                .initialize());
    }

    <T> T get(Class<T> bean) {
        return container.select(bean).get();
    }

    Instance<Object> beans() {
        return container.select(Object.class);
    }

    /** Serves a request of a user. */
    <T> T serve(String user, Callable<T> request) throws Exception {
        RequestContextController context = get(RequestContextController.class);
        context.activate();
        try {
            get(SignedIn.class).setUser(user);
            return request.call();
        } finally {
            context.deactivate();
        }
    }

    @Override
    public void close() {
        container.close();
    }

    /** What an application has instead of MicroProfile Config. */
    static class Settings {
        @Produces
        MemorySettings settings() {
            return MemorySettings.from(settings::get);
        }
    }

    /** Who has signed in, as an application says it. */
    @RequestScoped
    static class SignedIn implements ScopeProvider {
        @Nullable
        String user;

        void setUser(@Nullable String name) {
            user = name;
        }

        @Override
        public @Nullable String currentUser() {
            return user;
        }
    }
}
