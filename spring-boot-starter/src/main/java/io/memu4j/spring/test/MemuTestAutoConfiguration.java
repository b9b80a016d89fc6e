package io.memu4j.spring.test;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.ScopeProvider;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.spring.MemuAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The memory of {@link MemuTest}. */
@AutoConfiguration(before = MemuAutoConfiguration.class)
public final class MemuTestAutoConfiguration {
    /** Creates the configuration; Spring does. */
    public MemuTestAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    MemoryServiceFactory memoryServiceFactory() {
        return MemoryServiceFactory.builder()
                .database(DatabaseConfig.h2InMemory())
                .llm(LlmConfig.none())
                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    ScopeProvider memoryScopeProvider() {
        return () -> "test-user";
    }
}
