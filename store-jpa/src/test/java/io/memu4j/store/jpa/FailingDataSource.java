package io.memu4j.store.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Connections on which the n-th execution or commit fails before it reaches the database. */
final class FailingDataSource {
    private final DataSource source;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    FailingDataSource(DataSource source) {
        this.source = source;
    }

    DataSource dataSource() {
        return wrap(DataSource.class, source);
    }

    /** The n-th from now on fails, and only that. */
    void failAt(int n) {
        left.set(n);
    }

    /** Whether it has come to that. */
    boolean failed() {
        return left.get() <= 0;
    }

    private <T> T wrap(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> call(target, method, args)));
    }

    private Object call(Object target, Method method, Object[] args) throws Throwable {
        boolean executes = target instanceof Statement && method.getName().startsWith("execute");
        boolean rollsBack = args != null && args.length > 0 && "ROLLBACK".equals(args[0]);
        if ((executes && !rollsBack) || method.getName().equals("commit")) {
            if (left.decrementAndGet() == 0) {
                throw new SQLException("injected", "HY000", 99_999);
            }
        }
        try {
            Object result = method.invoke(target, args);
            return isJdbc(method.getReturnType()) && result != null ? wrap(method.getReturnType(), result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static boolean isJdbc(Class<?> type) {
        return type == Connection.class || (Statement.class.isAssignableFrom(type) && type.isInterface());
    }
}
