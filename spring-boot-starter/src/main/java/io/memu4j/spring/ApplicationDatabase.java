package io.memu4j.spring;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.MemorySettings;
import io.memu4j.error.ConfigurationException;
import io.memu4j.spi.transaction.CallerTransactions;
import io.memu4j.store.jpa.JpaMemoryStore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/** Where the memory is kept: the database of {@code memu.database.url}, or else a {@link DataSource} of the application. */
record ApplicationDatabase(MemorySettings settings, @Nullable DataSource source) {
    static ApplicationDatabase chosen(MemorySettings settings, ListableBeanFactory beans) {
        if (settings.database() != null) {
            return new ApplicationDatabase(settings, null);
        }
        String name = settings.dataSource();
        DataSource source = name != null
                ? beans.getBean(name, DataSource.class)
                : beans.getBeanProvider(DataSource.class).getIfUnique();
        if (source == null) {
            throw new ConfigurationException(
                    "The memory has no database: the application has no DataSource, or several and none is primary. Set"
                            + " memu.database.url to a JDBC URL, or memu.datasource to the name of a DataSource bean.");
        }
        return new ApplicationDatabase(settings, source);
    }

    void open(MemoryServiceFactory.Builder builder, CallerTransactions transactions) {
        if (source != null) {
            builder.store(JpaMemoryStore.open(source, settings.dataSourceMigrate(), transactions));
        }
    }
}
