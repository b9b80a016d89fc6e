package io.memu4j.tck;

import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store of which one call fails before it does anything, or during which something else happens. */
final class FailingStore {
    private final MemoryStore store;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();

    FailingStore(MemoryStore store) {
        this.store = store;
    }

    /** Lets the {@code call}-th call from now on a scope fail, counted from 1. */
    void failAt(int call) {
        left.set(call);
    }

    /** No call fails any more; whether the chosen one did. */
    boolean recover() {
        return left.getAndSet(Integer.MAX_VALUE) <= 0;
    }

    /** Does that once, right after the next call of a scope's method of that name. */
    void after(String method, Runnable action) {
        meanwhile.put(method, action);
    }

    MemoryStore asStore() {
        return (MemoryStore) Proxy.newProxyInstance(
                FailingStore.class.getClassLoader(), new Class<?>[] {MemoryStore.class}, (proxy, method, arguments) -> {
                    Object result = call(() -> method.invoke(store, arguments));
                    return method.getName().equals("in") ? failing(store.in((MemoryScope) arguments[0])) : result;
                });
    }

    private ScopeStore failing(ScopeStore scope) {
        return (ScopeStore) Proxy.newProxyInstance(
                FailingStore.class.getClassLoader(), new Class<?>[] {ScopeStore.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("scope") && left.decrementAndGet() == 0) {
                        throw StoreException.retriable("The store was told to fail at " + method.getName() + ".", null);
                    }
                    Object result = call(() -> method.invoke(scope, arguments));
                    Runnable action = meanwhile.remove(method.getName());
                    if (action != null) {
                        action.run();
                    }
                    return result;
                });
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
