package io.memu4j.spring;

import io.memu4j.MemoryServiceFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Reports the memory as {@code memu} among the components of the application's health. */
@AutoConfiguration(after = MemuAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(MemoryServiceFactory.class)
@ConditionalOnEnabledHealthIndicator("memu")
public final class MemuHealthAutoConfiguration {
    /** Creates the configuration; Spring does. */
    public MemuHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "memuHealthIndicator")
    HealthIndicator memuHealthIndicator(MemoryServiceFactory factory) {
        return new MemoryHealthIndicator(factory);
    }
}
