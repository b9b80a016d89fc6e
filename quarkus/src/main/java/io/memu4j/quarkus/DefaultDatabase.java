package io.memu4j.quarkus;

import io.agroal.api.AgroalDataSource;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.MemorySettings;
import io.memu4j.jakarta.JtaTransactions;
import io.memu4j.store.jpa.JpaMemoryStore;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import org.eclipse.microprofile.config.ConfigProvider;

/** Keeps the memory in the default data source of the application, if no setting names another database. */
@Singleton
public class DefaultDatabase {
    /** Creates the producer; Quarkus does. */
    public DefaultDatabase() {}

    /**
     * Makes the builder with which the memory is opened.
     *
     * @param source the default data source, if there is one
     * @param transactions those that its connections take part in
     * @return the builder
     */
    @Produces
    @Dependent
    @DefaultBean
    public MemoryServiceFactory.Builder builder(Instance<AgroalDataSource> source, TransactionManager transactions) {
        MemorySettings settings = MemorySettings.from(name ->
                ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null));
        MemoryServiceFactory.Builder builder = MemoryServiceFactory.builder();
        return settings.database() == null && settings.dataSource() == null && source.isResolvable()
                ? builder.store(JpaMemoryStore.open(
                        source.get(), settings.dataSourceMigrate(), JtaTransactions.of(transactions)))
                : builder;
    }
}
