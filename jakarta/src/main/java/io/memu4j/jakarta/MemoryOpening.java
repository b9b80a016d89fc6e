package io.memu4j.jakarta;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.MemorySettings;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.ModelCallListener;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.transaction.CallerTransactions;
import io.memu4j.store.jpa.JpaMemoryStore;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** Opens the memory of an application with what the application and the server have. */
@Singleton
class MemoryOpening {
    private static final Duration RUNNING_CALLS = Duration.ofSeconds(30);

    private final Instance<Object> beans;
    private final Background background;
    private final MemorySettings settings;
    private final CallerTransactions transactions;
    private final Queue<Runnable> ends = new ConcurrentLinkedQueue<>();

    @Inject
    MemoryOpening(@Any Instance<Object> beans, Background background) {
        this.beans = beans;
        this.background = background;
        this.settings = bean(MemorySettings.class)
                .or(() -> any(SettingsSource.class).map(SettingsSource::read))
                .orElseGet(() -> MemorySettings.from(name -> null));
        this.transactions = bean(CallerTransactions.class)
                .or(() -> bean(TransactionManager.class).map(JtaTransactions::of))
                .or(JtaTransactions::ofServer)
                .orElse(CallerTransactions.NONE);
    }

    MemorySettings settings() {
        return settings;
    }

    CallerTransactions transactions() {
        return transactions;
    }

    /** Begins with the builder of the application, if it has a bean of that type. */
    MemoryServiceFactory open() {
        MemoryServiceFactory.Builder builder =
                bean(MemoryServiceFactory.Builder.class).orElseGet(MemoryServiceFactory::builder);
        builder.settings(settings);
        background.managed().ifPresent(builder::executor);
        bean(ModelCallListener.class).ifPresent(builder::modelCalls);
        if (settings.llm() == null) {
            bean(Models.class)
                    .or(() -> any(ModelSource.class).flatMap(ModelSource::models))
                    .ifPresent(builder::llm);
        }
        if (settings.dataSource() != null) {
            DataSource source = dataSource(settings.dataSource());
            builder.store(JpaMemoryStore.open(source, settings.dataSourceMigrate(), transactions));
        }
        return builder.build();
    }

    /** Has something done before the memory is closed, whatever the order in which the container destroys its beans. */
    void beforeClose(Runnable end) {
        ends.add(end);
    }

    /** Does first what was handed over. Calls that are running have their time: a server that shuts down still answers them. */
    void close(MemoryServiceFactory memory) {
        try {
            ends.forEach(Runnable::run);
            background.finish(RUNNING_CALLS);
        } finally {
            memory.close(RUNNING_CALLS);
        }
    }

    private DataSource dataSource(String name) {
        return JndiLookup.find(name, DataSource.class)
                .or(() -> beans.select(DataSource.class, NamedLiteral.of(name)).stream()
                        .findFirst())
                .orElseThrow(() -> new ConfigurationException("The setting memu.datasource is '" + name
                        + "', and there is no javax.sql.DataSource of that name. Expected a JNDI name of the server, such as"
                        + " java:comp/DefaultDataSource, or the name of a bean."));
    }

    /** Returns the bean of the application; several would be a choice that nobody made. */
    private <T> Optional<T> bean(Class<T> type) {
        Instance<T> found = beans.select(type, Default.Literal.INSTANCE);
        if (found.isAmbiguous()) {
            throw new ConfigurationException(
                    "There are several beans of the type " + type.getName() + ". Expected one.");
        }
        return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
    }

    private <T> Optional<T> any(Class<T> type) {
        return beans.select(type).stream().findFirst();
    }
}
