package io.memu4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.MemoryException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.spi.store.MemoryStoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the nested classes, which are no tests of the ordinary run, in an engine of their own. */
class MemoryExtensionTest {
    private static final Queue<MemoryService> USED = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget_earlier_runs() {
        USED.clear();
    }

    @Test
    void tests_in_parallel_do_not_see_one_another_and_are_closed() {
        run(InParallel.class).testEvents().assertStatistics(events -> events.succeeded(4));
        assertThat(USED)
                .extracting(MemoryService::scope)
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(USED).allSatisfy(memory -> assertThatThrownBy(memory::counts).isInstanceOf(MemoryException.class));
    }

    @Test
    void a_sqlite_file_is_deleted_after_its_test() throws IOException {
        Set<Path> before = folders();
        run(OnSqlite.class).testEvents().assertStatistics(events -> events.succeeded(1));
        assertThat(folders()).isEqualTo(before);
    }

    @Test
    void a_memory_of_before_all_is_shared_by_the_class() {
        run(SharedByItsClass.class).testEvents().assertStatistics(events -> events.succeeded(2));
    }

    @Test
    void a_missing_store_is_named_with_the_artifact_to_add() {
        assumeThat(ServiceLoader.load(MemoryStoreProvider.class))
                .noneMatch(provider -> provider.supports(DatabaseConfig.memory()));
        run(OnAMissingStore.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, finishedWithFailure(message(text -> text.contains("memu4j-store-memory"))));
    }

    @Test
    void a_registered_extension_chooses_the_settings() {
        run(WithSettings.class).testEvents().assertStatistics(events -> events.succeeded(1));
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .selectors(selectClass(tests))
                .execute();
    }

    private static Set<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("memu4j-test-"))
                    .collect(Collectors.toSet());
        }
    }

    @MemoryTest
    @Execution(ExecutionMode.CONCURRENT)
    static class InParallel {
        @RepeatedTest(4)
        void remembers(MemoryServiceFactory memories, MemoryService mine, @MemoryOf(user = "ada") MemoryService ada) {
            ada.memorize(MemorizeRequest.text("orders", "I ordered a copper kettle."));
            assertThat(memories.admin().scopes(null, 10)).hasSize(1);
            assertThat(ada.retrieve("kettle").passages()).hasSize(1);
            USED.add(mine);
        }
    }

    @MemoryTest
    static class OnSqlite {
        @Test
        @MemoryTest(store = TestStore.SQLITE)
        void remembers(MemoryService memory) throws IOException {
            memory.memorize(MemorizeRequest.text("orders", "I ordered a copper kettle."));
            assertThat(memory.retrieve("kettle").passages()).hasSize(1);
            assertThat(folders()).isNotEmpty();
        }
    }

    @MemoryTest
    static class SharedByItsClass {
        @BeforeAll
        static void order(MemoryService memory) {
            memory.memorize(MemorizeRequest.text("orders", "I ordered a copper kettle."));
        }

        @RepeatedTest(2)
        void sees_it(MemoryService memory) {
            assertThat(memory.retrieve("kettle").passages()).hasSize(1);
        }
    }

    @MemoryTest(store = TestStore.HEAP)
    static class OnAMissingStore {
        @Test
        void is_never_run(MemoryService memory) {
            USED.add(memory);
        }
    }

    static class WithSettings {
        @RegisterExtension
        static final MemoryExtension MEMORY = MemoryExtension.with(
                builder -> builder.llm(LlmConfig.none()).clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));

        @Test
        void remembers(MemoryService memory) {
            assertThat(memory.memorize(MemorizeRequest.text("orders", "I ordered a copper kettle."))
                            .resource()
                            .createdAt())
                    .isEqualTo(Instant.EPOCH);
        }
    }
}
