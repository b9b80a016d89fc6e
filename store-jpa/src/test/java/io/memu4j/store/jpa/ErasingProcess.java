package io.memu4j.store.jpa;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.PurgeOutcome;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.tck.HashedWordsModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;

/** A program that remembers two users, erases one and purges, as it is told. Arguments: JDBC URL, folder of copies, steps. */
final class ErasingProcess {
    /** In everything that the erased user said, and nowhere else. */
    static final String ERASED = "qxzvwyjkerased";

    static final String KEPT = "qxzvwyjkkept";
    private static int callsLeft = Integer.MAX_VALUE;
    private static String url = "";

    private ErasingProcess() {}

    public static void main(String[] args) throws Exception {
        url = args[0];
        DatabaseConfig database = DatabaseConfig.jdbc(url).withMigrate(Migrate.ON_OPEN);
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .store(halting(JpaMemoryStore.open(database, Clock.systemUTC())))
                .blobs(BlobConfig.folder(Path.of(args[1])))
                .llm(Models.of(new HashedWordsModel(16)))
                .build()) {
            for (String step : Arrays.copyOfRange(args, 2, args.length)) {
                System.out.println("done " + step + run(memu, step));
            }
        }
    }

    private static String run(MemoryServiceFactory memu, String step) throws InterruptedException, SQLException {
        if (step.startsWith("halt ")) {
            callsLeft = Integer.parseInt(step.substring(5));
        }
        switch (step) {
            case "fill" -> {
                fill(memu, "ana", ERASED);
                fill(memu, "ben", KEPT);
            }
            case "filler" -> filler();
            case "erase" -> memu.admin().eraseUser("ana");
            case "purge" -> {
                PurgeOutcome outcome = memu.admin().purge();
                return " " + outcome.done() + " " + outcome.explanation();
            }
            case "stay" -> Thread.sleep(600_000);
            default -> {} // a halt, prepared above
        }
        return "";
    }

    /** A table of the application's that is too large for H2 to rewrite when it is closed, unless it is told to. */
    private static void filler() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table filler as select x, random_uuid() a, random_uuid() b, random_uuid() c"
                    + " from system_range(1, 600000)");
        }
    }

    private static void fill(MemoryServiceFactory memu, String user, String marker) {
        var memory = memu.service(user, "helper");
        for (int n = 0; n < 5; n++) {
            String text = "I love my dog " + marker + " number " + n + ", and I moved to the town of " + marker
                    + " in May 2026. My hobby is " + marker + ".";
            memory.memorize(
                    MemorizeRequest.bytes("diary-" + marker + n + ".txt", text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The same store, but that the process ends without a word at the chosen call of a scope. */
    private static MemoryStore halting(MemoryStore store) {
        return (MemoryStore) Proxy.newProxyInstance(
                ErasingProcess.class.getClassLoader(),
                new Class<?>[] {MemoryStore.class},
                (proxy, method, arguments) -> method.getName().equals("in")
                        ? halting(store.in((MemoryScope) arguments[0]))
                        : call(store, method, arguments));
    }

    private static ScopeStore halting(ScopeStore scope) {
        return (ScopeStore) Proxy.newProxyInstance(
                ErasingProcess.class.getClassLoader(),
                new Class<?>[] {ScopeStore.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("scope") && --callsLeft == 0) {
                        Runtime.getRuntime().halt(9);
                    }
                    return call(scope, method, arguments);
                });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
