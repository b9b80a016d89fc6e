package io.memu4j.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every Java file of the repository. */
class SourceRulesTest {
    private static final int LONGEST = 500;
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Utils?|Helpers?|Manager)");
    private static final Pattern EMPTY_PACKAGE =
            Pattern.compile(".*\\.(utils?|helpers?|managers?|common|misc)(\\..*)?");
    private static final Pattern NOTE_TO_SELF = Pattern.compile(".*\\b(TODO|FIXME)\\b.*|\\s*@Disabled\\b.*");

    private final List<JavaSource> sources = JavaSource.all();

    @Test
    void the_scan_sees_every_module() {
        assertThat(sources)
                .extracting(JavaSource::module)
                .contains(
                        "core",
                        "documents",
                        "migrations",
                        "store-tck",
                        "store-memory",
                        "store-jpa",
                        "import-memu",
                        "llm-langchain4j",
                        "langchain4j",
                        "llm-local",
                        "server-api",
                        "server")
                .contains("cli", "examples", "benchmarks");
    }

    @Test
    void no_file_is_longer_than_500_lines() {
        assertThat(sources.stream().filter(source -> source.lines().size() > LONGEST))
                .extracting(JavaSource::path)
                .isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        Set<String> marked = main().filter(source -> source.typeName().equals("package-info"))
                .filter(source -> source.lines().contains("@NullMarked"))
                .map(source -> source.path().getParent().toString())
                .collect(toSet());
        assertThat(main().map(source -> source.path().getParent().toString()).distinct())
                .isSubsetOf(marked);
    }

    @Test
    void no_package_is_in_two_modules() {
        Map<String, Set<String>> modules =
                main().collect(groupingBy(JavaSource::packageName, mapping(JavaSource::module, toSet())));
        assertThat(modules.entrySet().stream().filter(entry -> entry.getValue().size() > 1))
                .isEmpty();
    }

    @Test
    void names_say_what_a_thing_is_for() {
        assertThat(main().filter(source -> EMPTY_NAME.matcher(source.typeName()).matches()
                        || EMPTY_PACKAGE.matcher(source.packageName()).matches()))
                .extracting(JavaSource::path)
                .isEmpty();
    }

    @Test
    void no_simple_name_is_twice_in_a_module() {
        Map<String, Long> times = main().filter(source -> !source.typeName().endsWith("-info"))
                .collect(groupingBy(source -> source.module() + " " + source.typeName(), counting()));
        assertThat(times.entrySet().stream().filter(entry -> entry.getValue() > 1))
                .isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(sources.stream()
                        .filter(source -> !source.typeName().equals("SourceRulesTest"))
                        .filter(source -> source.lines().stream()
                                .anyMatch(line -> NOTE_TO_SELF.matcher(line).matches())))
                .extracting(JavaSource::path)
                .isEmpty();
    }

    private Stream<JavaSource> main() {
        return sources.stream().filter(JavaSource::main);
    }
}
