package io.memu4j.store.jpa.session;

import io.memu4j.store.jpa.entity.Entities;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.Version;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.jdbc.dialect.spi.DialectFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;

/** Boots Hibernate from code, without asking a database anything. */
public final class SessionFactories {
    /**
     * Hibernate has no connections of its own: {@link ScopedSessions} brings them, and begins and ends the transactions. Nothing is cached
     * beyond a session, because a cache knows no scope.
     */
    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            Map.entry("hibernate.boot.allow_jdbc_metadata_access", false),
            Map.entry("hibernate.allow_update_outside_transaction", true),
            Map.entry("hibernate.cache.use_second_level_cache", false),
            Map.entry("hibernate.cache.use_query_cache", false),
            Map.entry("hibernate.jdbc.batch_size", 100),
            // Messages of databases quote rows. They reach the caller as the cause of an exception, and no log.
            Map.entry("hibernate.jdbc.log.errors", false),
            Map.entry("hibernate.jdbc.log.warnings", false),
            Map.entry("hibernate.query.in_clause_parameter_padding", true),
            Map.entry("hibernate.hbm2ddl.auto", "none"),
            Map.entry("hibernate.xml_mapping_enabled", false),
            Map.entry("hibernate.type.json_format_mapper", new NoFormat()),
            Map.entry("hibernate.type.xml_format_mapper", new NoFormat()),
            Map.entry("hibernate.transaction.jta.platform", NoJtaPlatform.INSTANCE),
            Map.entry("jakarta.persistence.validation.mode", "none"));

    private SessionFactories() {}

    /**
     * Boots Hibernate.
     *
     * @throws io.memu4j.error.ConfigurationException if its version does not fit
     */
    public static SessionFactory boot(Dialect dialect) {
        HibernateVersion.require();
        try {
            return bootLinked(dialect);
        } catch (LinkageError e) {
            throw HibernateVersion.unusable(Version.getVersionString(), e);
        }
    }

    private static SessionFactory bootLinked(Dialect dialect) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(SessionFactories.class.getClassLoader())
                        .build())
                .applySettings(SETTINGS)
                .addService(DialectFactory.class, (settings, source) -> dialect)
                .addService(ConnectionProvider.class, new NoConnections())
                // Proxies could be initialised by a key of any scope; without a provider of byte code there are none.
                .addService(BytecodeProvider.class, new BytecodeProviderImpl())
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            Entities.ALL.forEach(sources::addAnnotatedClass);
            SessionFactory factory = sources.buildMetadata().buildSessionFactory();
            ScopeGuard.register(factory.unwrap(SessionFactoryImplementor.class));
            return factory;
        } catch (RuntimeException | LinkageError e) { // whatever went wrong: the registry must not stay open
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }
}
