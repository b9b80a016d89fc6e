package io.memu4j.spring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object that asks for the one that does the work again for each call. */
final class PerCall implements InvocationHandler {
    private final Class<?> type;
    private final Supplier<?> target;

    private PerCall(Class<?> type, Supplier<?> target) {
        this.type = type;
        this.target = target;
    }

    static <T> T of(Class<T> type, Supplier<? extends T> target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new PerCall(type, target)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> type.getSimpleName() + " of each call";
            };
        }
        try {
            return method.invoke(target.get(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
