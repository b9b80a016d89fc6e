package io.memu4j.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.spring.test.MemuTestTest.Application;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;
import org.springframework.test.context.ContextConfiguration;

@MemuTest
@ContextConfiguration(classes = Application.class)
class MemuTestTest {
    @Autowired
    private MemoryService memory;

    @Test
    void only_the_memory_is_started(@Autowired ApplicationContext context) {
        memory.memorize(MemorizeRequest.text("orders", "I ordered a copper kettle."));
        assertThat(memory.retrieve("kettle").passages()).hasSize(1);
        assertThat(memory.scope().userId()).isEqualTo("test-user");
        assertThat(context.getBeanNamesForType(DataSource.class)).isEmpty();
        assertThat(context.getBeanNamesForType(Orders.class)).isEmpty();
    }

    @SpringBootApplication
    static class Application {}

    @Service
    static class Orders {}
}
