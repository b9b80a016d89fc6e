package io.memu4j.spring;

import io.memu4j.AfterCommit;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.spi.transaction.CallerTransactions;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Keeps the memory out of the transactions of the application, and offers {@link AfterCommit} for what is to be memorized only if they
 * commit. It memorizes on Spring Boot's {@code applicationTaskExecutor}, or without one on the committing thread.
 */
@AutoConfiguration(before = MemuAutoConfiguration.class)
@ConditionalOnClass(PlatformTransactionManager.class)
public final class MemuTransactionAutoConfiguration {
    /** Creates the configuration; Spring does. */
    public MemuTransactionAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    CallerTransactions callerTransactions(ObjectProvider<PlatformTransactionManager> manager) {
        return new SpringTransactions(manager.getIfUnique());
    }

    @Bean
    @ConditionalOnMissingBean
    AfterCommit memorizeAfterCommit(
            MemoryServiceFactory memory,
            CallerTransactions transactions,
            @Qualifier("applicationTaskExecutor") ObjectProvider<Executor> executor) {
        return AfterCommit.of(memory, transactions, executor.getIfAvailable(() -> Runnable::run));
    }
}
