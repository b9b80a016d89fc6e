package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

// region test-fixture
/** Gives each test a memory of its own, in one H2 database in the heap, and empties it after the test. */
final class MemoryExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(MemoryExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == MemoryService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE).getOrComputeIfAbsent(MemoryService.class, key -> factory(test)
                .service("test-user-" + UUID.randomUUID(), "test-agent"));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        MemoryService memory = test.getStore(NAMESPACE).get(MemoryService.class, MemoryService.class);
        if (memory != null) {
            memory.clear();
        }
    }

    /** Kept by JUnit, which closes it at the end of the run. */
    static MemoryServiceFactory factory(ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        MemoryServiceFactory.class,
                        key -> MemoryServiceFactory.builder()
                                .database(DatabaseConfig.h2InMemory())
                                .llm(LlmConfig.none()) // nothing to load: search goes by words
                                .build(),
                        MemoryServiceFactory.class);
    }
}
// endregion
