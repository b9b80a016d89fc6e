package io.memu4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Clocks and threads are handed in: who asks for the time, or starts a thread, does it in one of the places below. */
class InjectionRulesTest {
    private static final Pattern COMMENT = Pattern.compile("\\s*(/?\\*|//).*");

    private static final Pattern TIME = Pattern.compile(
            "\\b(Instant|Local(Date|Time|DateTime)|ZonedDateTime|OffsetDateTime|Year|YearMonth)\\.now\\((?!clock)"
                    + "|\\bcurrentTimeMillis\\(|\\bClock\\.(system|tick)|\\bnew Date\\(\\)");

    private static final Pattern THREADS =
            Pattern.compile("\\bnew Thread\\(|\\bThread\\.(ofVirtual|ofPlatform|startVirtual)"
                    + "|\\bExecutors\\.new|\\bcommonPool\\(|\\bnew Timer\\(|\\bparallel(Stream)?\\(\\)");

    /** Measurements and tests: they are where the time comes from. */
    private static final Set<String> OUTSIDE = Set.of("benchmarks", "store-tck");

    /** Who chooses a clock, and why it has none yet. */
    private static final Map<String, String> CLOCKS = Map.of(
            "MemoryServiceFactory", "the builder's default",
            "MemoryBackup", "restores before there is a factory, and takes no builder",
            "JpaMemoryStore", "the default for a DataSource of the application",
            "MemuChatMemoryStore", "the builder's default",
            "MemoryTools", "the default, withClock replaces it",
            "HttpTransport", "the default of the model adapter, which LangChain4j constructs",
            "KeyOptions", "the command's own time, for the expiry of keys",
            "MemuServer", "the builder's default",
            "ChatLoop", "a program's main method");

    /** Who makes threads, and why nobody hands them in. */
    private static final Map<String, String> THREAD_MAKERS = Map.ofEntries(
            Map.entry("Analyses", "cuts long texts in the pool of the JVM"),
            Map.entry("Background", "runs background tasks where there is no server, closed with the container"),
            Map.entry("EmbeddingThreads", "the default beside the calling thread, closed with the factory"),
            Map.entry("LiquibaseUpdate", "the thread that ends with all that Liquibase keeps in it"),
            Map.entry("LookUps", "the pool in which host names are looked up, closed with the factory"),
            Map.entry("MemuChatMemoryStore", "the default that memorizes turns, closed with the store"),
            Map.entry("Parallel", "the pool of one model endpoint, closed with it"),
            Map.entry("SharedEncoder", "the pool of the local model, closed with it"),
            Map.entry("MemuServer", "the pools of the server, closed with it"),
            Map.entry("ServeCommand", "the hook that stops the server with the program"),
            Map.entry("ServicePerRequest", "a program's main method"));

    @Test
    void only_these_choose_a_clock() {
        assertThat(filesWith(TIME)).containsExactlyInAnyOrderElementsOf(CLOCKS.keySet());
    }

    @Test
    void only_these_make_threads() {
        assertThat(filesWith(THREADS)).containsExactlyInAnyOrderElementsOf(THREAD_MAKERS.keySet());
    }

    private static Set<String> filesWith(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        for (JavaSource source : JavaSource.all()) {
            if (source.main()
                    && !OUTSIDE.contains(source.module())
                    && source.lines().stream()
                            .filter(line -> !COMMENT.matcher(line).matches())
                            .anyMatch(line -> pattern.matcher(line).find())) {
                found.add(source.typeName());
            }
        }
        return found;
    }
}
