package io.memu4j.junit;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.LlmConfig;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The extension behind {@link MemoryTest}. Register one by {@code @RegisterExtension} to choose models or settings. {@code @MemoryTest}
 * beside it still names the store.
 */
public final class MemoryExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(MemoryExtension.class);

    private final UnaryOperator<MemoryServiceFactory.Builder> settings;

    /** Makes the extension with the settings of {@link MemoryTest}. */
    public MemoryExtension() {
        this(builder -> builder.llm(LlmConfig.none()));
    }

    private MemoryExtension(UnaryOperator<MemoryServiceFactory.Builder> settings) {
        this.settings = settings;
    }

    /**
     * Makes an extension with settings of the test.
     *
     * @param settings is called for each test, with a builder that has a database; returns the builder to use. If it sets no models, they
     *     are the default ones of the builder
     * @return the extension to register
     */
    public static MemoryExtension with(UnaryOperator<MemoryServiceFactory.Builder> settings) {
        return new MemoryExtension(settings);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD; // a memory of a constructor is of the test as well
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == MemoryService.class || type == MemoryServiceFactory.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        OpenMemory memory =
                test.getStore(NAMESPACE).getOrComputeIfAbsent(OpenMemory.class, key -> open(test), OpenMemory.class);
        return parameter.getParameter().getType() == MemoryServiceFactory.class
                ? memory.factory()
                : memory.service(parameter.findAnnotation(MemoryOf.class).orElse(null));
    }

    private OpenMemory open(ExtensionContext test) {
        try {
            return OpenMemory.open(store(test), settings);
        } catch (IOException e) {
            throw new ParameterResolutionException("The temporary folder for a SQLite memory cannot be made.", e);
        }
    }

    /** What the test method says, or else its class, or else an enclosing class. */
    private static TestStore store(ExtensionContext test) {
        return test.getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, MemoryTest.class))
                .map(MemoryTest::store)
                .orElseGet(() -> test.getParent().map(MemoryExtension::store).orElse(TestStore.H2));
    }
}
