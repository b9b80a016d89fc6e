/** A store on SQLite, H2 and PostgreSQL with Hibernate. */
module io.memu4j.store.jpa {
    requires static org.jspecify;
    requires static io.memu4j.migrations; // only where the application lets the store create its schema
    requires transitive io.memu4j.core;
    requires transitive java.sql;
    requires com.fasterxml.jackson.databind;
    requires com.zaxxer.hikari;
    requires jakarta.persistence;
    requires java.logging;
    requires org.hibernate.orm.community.dialects;
    requires org.hibernate.orm.core;
    requires org.slf4j;

    // Hibernate is an automatic module, which cannot ask for what it needs at start.
    requires jakarta.transaction;
    requires org.jboss.logging;

    // The drivers: an application brings those it uses.
    requires static com.h2database;
    requires static org.postgresql.jdbc;
    requires static org.xerial.sqlitejdbc;

    exports io.memu4j.store.jpa;

    opens io.memu4j.store.jpa.entity to
            org.hibernate.orm.core;

    provides io.memu4j.spi.store.MemoryStoreProvider with
            io.memu4j.store.jpa.JpaMemoryStoreProvider;
}
