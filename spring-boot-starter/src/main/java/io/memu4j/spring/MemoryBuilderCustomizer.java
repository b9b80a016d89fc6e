package io.memu4j.spring;

import io.memu4j.MemoryServiceFactory;

/**
 * Changes how the memory of a Spring Boot application is built. Beans of this type are called in their order, after the settings
 * {@code memu.*} and the beans of the application were applied, each time the memory is opened.
 */
@FunctionalInterface
public interface MemoryBuilderCustomizer {
    /**
     * Changes the builder, for example its listener for model calls.
     *
     * @param builder has a database and models
     */
    void customize(MemoryServiceFactory.Builder builder);
}
