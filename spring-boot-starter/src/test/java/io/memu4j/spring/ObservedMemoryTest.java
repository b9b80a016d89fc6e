package io.memu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.observe.MemoryObserver;
import io.memu4j.observe.Observed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Where the operations on the memory of an application are reported to. */
class ObservedMemoryTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(MemuAutoConfiguration.class, MemuObservationAutoConfiguration.class))
            .withPropertyValues("memu.database.url=jdbc:h2:mem:observed", "memu.llm.provider=none");

    private static void retrieve(MemoryServiceFactory memu) {
        memu.service("ada", "assistant").retrieve("What did I order?");
    }

    private ObservationRegistry observations() {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                seen.add(context.getContextualName());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return observations;
    }

    @Test
    void operations_are_observations_of_the_application() {
        application
                .withBean(ObservationRegistry.class, this::observations)
                .run(context -> retrieve(context.getBean(MemoryServiceFactory.class)));

        assertThat(seen).containsExactly("search_memory");
    }

    @Test
    void without_observations_operations_are_meters_of_the_application() {
        application.withBean(MeterRegistry.class, () -> meters).run(context -> assertThat(
                        timedBy(context.getBean(MemoryServiceFactory.class)))
                .isEqualTo(1));
    }

    private long timedBy(MemoryServiceFactory memu) {
        retrieve(memu);
        return meters.get("gen_ai.client.operation.duration").timer().count();
    }

    @Test
    void an_observer_of_the_application_comes_first() {
        application
                .withBean(ObservationRegistry.class, this::observations)
                .withBean(MemoryObserver.class, () -> operation -> {
                    seen.add("own " + operation.kind());
                    return Observed.NONE;
                })
                .run(context -> retrieve(context.getBean(MemoryServiceFactory.class)));

        assertThat(seen).containsExactly("own RETRIEVE");
    }

    @Test
    void without_the_module_or_a_registry_nothing_is_reported() {
        application.run(context -> assertThat(context).doesNotHaveBean(MemoryObserver.class));
        application
                .withClassLoader(new FilteredClassLoader("io.memu4j.micrometer"))
                .withBean(ObservationRegistry.class, this::observations)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(MemoryObserver.class);
                    retrieve(context.getBean(MemoryServiceFactory.class));
                });
        assertThat(seen).isEmpty();
    }
}
