package io.memu4j.spring;

import io.memu4j.micrometer.MicrometerObserver;
import io.memu4j.observe.MemoryObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Reports operations on the memory to the registries of the application, if {@code memu4j-micrometer} is on the class path. */
@AutoConfiguration(
        before = MemuAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass({MicrometerObserver.class, ObservationRegistry.class, MeterRegistry.class})
public final class MemuObservationAutoConfiguration {
    /** Creates the configuration; Spring does. */
    public MemuObservationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnSingleCandidate(ObservationRegistry.class)
    MemoryObserver memoryObserver(ObservationRegistry observations, ObjectProvider<MeterRegistry> meters) {
        return MicrometerObserver.of(observations, meters.getIfUnique());
    }

    /** For applications with metrics and without observations. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnSingleCandidate(MeterRegistry.class)
    MemoryObserver memoryMeters(MeterRegistry meters) {
        return MicrometerObserver.of(meters);
    }
}
