package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.memu4j.spi.store.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ways around the scope filter: each is open to one class only, where it can be read and tested. */
@AnalyzeClasses(packages = "io.memu4j.store.jpa", importOptions = DoNotIncludeTests.class)
class IsolationBansTest {
    private static final Set<String> OPENING = Set.of(
            "openSession",
            "openStatelessSession",
            "getCurrentSession",
            "createEntityManager",
            "createEntityAgent",
            "withOptions",
            "withStatelessOptions",
            "sessionWithOptions",
            "statelessWithOptions",
            "inSession",
            "fromSession",
            "inStatelessSession",
            "fromStatelessSession",
            "inStatelessTransaction",
            "fromStatelessTransaction",
            "runInTransaction",
            "callInTransaction");
    private static final Set<String> FILTERS = Set.of("enableFilter", "disableFilter");
    private static final Set<String> NATIVE = Set.of(
            "doWork",
            "doReturningWork",
            "runWithConnection",
            "callWithConnection",
            "createNativeQuery",
            "createNativeMutationQuery",
            "createNativeStatement",
            "createStoredProcedureQuery",
            "createStoredProcedureCall",
            "getJdbcCoordinator");
    private static final Pattern INSERT =
            Pattern.compile("(?i).*\"\\s*(insert|upsert|merge)\\s.*|\\s*insert\\s+into\\s.*");
    private static final Pattern TABLE =
            Pattern.compile("(?i).*\\b(from|join|into|update|table)\\s+memu_(?!schema\\b).*");

    /** Copies all rows of all scopes into a file and back; its statements are the only ones that mean no scope. */
    private static final String WHOLE_DATABASE = "io.memu4j.store.jpa.backup.MemuTables";

    @ArchTest
    static void one_class_opens_sessions_and_sets_their_filters(JavaClasses store) {
        Set<String> callers = callers(store, OPENING);
        callers.addAll(callers(store, FILTERS));
        boolean stored = store.stream().anyMatch(type -> type.isAssignableTo(MemoryStore.class));
        assertThat(callers).hasSize(stored ? 1 : 0);
    }

    @ArchTest
    static void one_class_runs_native_sql(JavaClasses store) {
        assertThat(callers(store, NATIVE)).hasSizeLessThanOrEqualTo(1);
    }

    @ArchTest
    static void insert_statements_are_written_only_where_native_sql_is(JavaClasses store) throws IOException {
        assertThat(writing(INSERT, allowed(store))).isEmpty();
    }

    @ArchTest
    static void tables_are_named_in_sql_only_where_native_sql_is(JavaClasses store) throws IOException {
        assertThat(writing(TABLE, allowed(store))).isEmpty();
    }

    private static Set<String> allowed(JavaClasses store) {
        Set<String> allowed = callers(store, NATIVE);
        allowed.add(WHOLE_DATABASE);
        return allowed;
    }

    private static List<Path> writing(Pattern pattern, Set<String> allowed) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !allowed.contains(typeName(file)))
                    .filter(file -> contains(pattern, file))
                    .toList();
        }
    }

    /** The top-level classes that call Hibernate or JPA methods of those names, or refer to them. */
    private static Set<String> callers(JavaClasses store, Set<String> methods) {
        Set<String> callers = new TreeSet<>();
        for (JavaClass type : store) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                String owner = access.getTargetOwner().getName();
                if (methods.contains(access.getName())
                        && (owner.startsWith("org.hibernate.") || owner.startsWith("jakarta.persistence."))) {
                    callers.add(topLevel(type).getName());
                }
            }
        }
        return callers;
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(IsolationBansTest::topLevel).orElse(type);
    }

    private static String typeName(Path file) {
        String path = Path.of("src/main/java").relativize(file).toString();
        return path.substring(0, path.length() - ".java".length())
                .replace('/', '.')
                .replace('\\', '.');
    }

    private static boolean contains(Pattern pattern, Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .anyMatch(line -> pattern.matcher(line).matches());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
