package io.memu4j;

import io.memu4j.error.StoreException;
import io.memu4j.memory.Categories;
import io.memu4j.memory.Items;
import io.memu4j.memory.Resources;
import io.memu4j.retrieve.SeveralMemories;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one factory that are running, refuses new ones once it closes, and waits for the others. Thread-safe. */
final class RunningCalls {
    /** What a service hands out, whose calls count too. */
    private static final Set<Class<?>> PARTS =
            Set.of(Items.class, Categories.class, Resources.class, SeveralMemories.class);

    /** They touch no row, or report a closed store themselves. */
    private static final Set<String> UNCOUNTED = Set.of("scope", "health", "searchStatistics");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private int running;
    private boolean closing;

    /** Returns a proxy whose calls are counted. A call that returns a future runs until the future is completed. */
    <T> T counted(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Counting(this, target)));
    }

    /** Refuses new calls from now on. */
    void refuse() {
        lock.lock();
        try {
            closing = true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no call is running, at most that long. Returns whether none is. An interrupt ends the wait and stays set. */
    boolean await(Duration longest) {
        lock.lock();
        try {
            long left = longest.isNegative() ? 0 : longest.toNanos();
            while (running > 0 && left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return running == 0;
    }

    private void begin() {
        lock.lock();
        try {
            if (closing) {
                throw StoreException.permanent("The store is closed. Open a new one.", null);
            }
            running++;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            running--;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private record Counting(RunningCalls calls, Object target) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class || UNCOUNTED.contains(method.getName())) {
                return call(method, arguments);
            }
            if (PARTS.contains(method.getReturnType())) {
                return part(method.getReturnType(), call(method, arguments));
            }
            calls.begin();
            boolean later = false;
            try {
                Object result = call(method, arguments);
                if (result instanceof CompletionStage<?> stage) {
                    later = true;
                    stage.whenComplete((value, failure) -> calls.end());
                }
                return result;
            } finally {
                if (!later) {
                    calls.end();
                }
            }
        }

        private <T> T part(Class<T> type, @Nullable Object part) {
            return calls.counted(type, Objects.requireNonNull(type.cast(part)));
        }

        /** Returns the arguments, of which one may be a proxy that was made here: the target of a copy. */
        private static Object[] unwrapped(Object[] arguments) {
            return Stream.of(arguments).map(Counting::unwrapped).toArray();
        }

        private static @Nullable Object unwrapped(@Nullable Object argument) {
            return argument != null
                            && Proxy.isProxyClass(argument.getClass())
                            && Proxy.getInvocationHandler(argument) instanceof Counting counting
                    ? counting.target
                    : argument;
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments == null ? null : unwrapped(arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
