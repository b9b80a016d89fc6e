package io.memu4j.spring;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.ScopeProvider;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.config.MemorySettings;
import io.memu4j.observe.MemoryObserver;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.transaction.CallerTransactions;
import io.memu4j.transfer.MemoryTransfer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Makes the memory a part of the application. {@link MemoryService} is the memory of the user whom the {@link ScopeProvider} names, asked
 * again for each call; without a user, a call fails with {@link io.memu4j.error.MissingScopeException}. {@link MemoryServiceFactory},
 * {@link MemoryAdmin} and {@link MemoryTransfer} are for jobs and operators. Every bean gives way to one of the application.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
public final class MemuAutoConfiguration {
    /** Creates the configuration; Spring does. */
    public MemuAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    MemorySettings memorySettings(Environment environment) {
        return MemorySettings.from(environment::getProperty);
    }

    /** Without Spring Security nobody is known: the application brings a bean of its own, or names the user in each call. */
    @Bean
    @ConditionalOnMissingBean
    ScopeProvider memoryScopeProvider() {
        boolean security = ClassUtils.isPresent(
                "org.springframework.security.core.context.SecurityContextHolder",
                MemuAutoConfiguration.class.getClassLoader());
        return security ? new SignedInUser() : () -> null;
    }

    @Bean
    @ConditionalOnMissingBean
    MemoryService memoryService(MemoryServiceFactory factory, ScopeProvider scopes, MemorySettings settings) {
        return PerCall.of(MemoryService.class, () -> factory.service(scopes.current(settings.agent())));
    }

    @Bean
    @ConditionalOnMissingBean
    MemoryAdmin memoryAdmin(MemoryServiceFactory factory) {
        return PerCall.of(MemoryAdmin.class, factory::admin);
    }

    @Bean
    @ConditionalOnMissingBean
    MemoryTransfer memoryTransfer(MemoryServiceFactory factory) {
        return PerCall.of(MemoryTransfer.class, factory::transfer);
    }

    /** The memory that the settings describe. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(MemoryServiceFactory.class)
    static class Opening {
        /** Comes after Liquibase, Flyway and scripts, and is closed before the data source. */
        @Bean
        @DependsOnDatabaseInitialization
        OpeningMemory openingMemory(
                MemorySettings settings,
                ListableBeanFactory beans,
                ObjectProvider<Models> models,
                ObjectProvider<ModelBeans> modelBeans,
                ObjectProvider<CallerTransactions> transactions,
                ObjectProvider<MemoryObserver> observer,
                ObjectProvider<MemoryBuilderCustomizer> customizers) {
            ApplicationDatabase database = ApplicationDatabase.chosen(settings, beans);
            return new OpeningMemory(() -> {
                        MemoryServiceFactory.Builder builder =
                                MemoryServiceFactory.builder().settings(settings);
                        if (settings.llm() == null) {
                            models.ifUnique(builder::llm);
                            modelBeans.ifUnique(found -> found.use(builder));
                        }
                        database.open(builder, transactions.getIfAvailable(() -> CallerTransactions.NONE));
                        observer.ifUnique(builder::observer);
                        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
                        return builder.build();
                    })
                    .start();
        }

        @Bean(destroyMethod = "")
        MemoryServiceFactory memoryServiceFactory(OpeningMemory memory) {
            return PerCall.of(MemoryServiceFactory.class, memory::get);
        }
    }
}
