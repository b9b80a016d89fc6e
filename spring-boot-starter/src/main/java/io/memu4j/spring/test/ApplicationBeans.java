package io.memu4j.spring.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves out what a scan of the application finds. */
final class ApplicationBeans extends StandardAnnotationCustomizableTypeExcludeFilter<MemuTest> {
    ApplicationBeans(Class<?> testClass) {
        super(testClass);
    }
}
