package io.memu4j.internal.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds providers on the class path: through the context class loader first, then through ours. */
public final class Providers {
    private Providers() {}

    public static <P> Optional<P> find(Class<P> type, Predicate<P> suitable) {
        return all(type).stream().filter(suitable).findFirst();
    }

    /** All of them, one of each class. */
    public static <P> List<P> all(Class<P> type) {
        Map<Class<?>, P> found = new LinkedHashMap<>();
        collect(type, Thread.currentThread().getContextClassLoader(), found);
        collect(type, Providers.class.getClassLoader(), found);
        return List.copyOf(found.values());
    }

    private static <P> void collect(Class<P> type, @Nullable ClassLoader loader, Map<Class<?>, P> into) {
        if (loader != null) {
            ServiceLoader.load(type, loader).forEach(provider -> into.putIfAbsent(provider.getClass(), provider));
        }
    }
}
