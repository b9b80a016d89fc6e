package io.memu4j.internal.search.vector;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the kernel of this JVM: the one on the Vector API where the JVM was started with {@code --add-modules jdk.incubator.vector} and
 * it gives right results, otherwise {@link ScalarKernel}. Nothing here names the module at compile time, so that no JVM warns of it unasked.
 */
final class Kernels {
    static final String VECTOR_MODULE = "jdk.incubator.vector";
    static final String VECTOR_KERNEL = "io.memu4j.internal.search.vector.VectorKernel";

    private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);

    /** The one to use. */
    static final DotKernel BEST = vector().orElseGet(ScalarKernel::new);

    private Kernels() {}

    /** The kernel on the Vector API; empty where the JVM has not the module. */
    static Optional<DotKernel> vector() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).flatMap(module -> {
            // On the module path our module does not require it; on the class path every module is read already.
            Kernels.class.getModule().addReads(module);
            return load(VECTOR_KERNEL);
        });
    }

    /** The kernel of that class, if it can be loaded and calculates. */
    static Optional<DotKernel> load(String className) {
        try {
            DotKernel kernel = Class.forName(className)
                    .asSubclass(DotKernel.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return calculates(kernel) ? Optional.of(kernel) : Optional.empty();
        } catch (ReflectiveOperationException
                | LinkageError
                | RuntimeException e) { // an incubating API may change in any way
            LOG.debug("The kernel on the Vector API cannot be used; the plain one is.", e);
            return Optional.empty();
        }
    }

    private static boolean calculates(DotKernel kernel) {
        float[] values = new float[67];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 - 3;
        }
        return kernel.dot(values, 0, values) == DotProduct.of(values, 0, values);
    }
}
