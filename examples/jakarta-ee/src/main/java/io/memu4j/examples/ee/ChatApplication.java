package io.memu4j.examples.ee;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST end points, and the data source of JTA that holds the memory and the orders. */
@ApplicationPath("api")
@DataSourceDefinition(
        name = "java:app/jdbc/memory",
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:./memory;WRITE_DELAY=0;LOCK_TIMEOUT=30000",
        user = "sa",
        password = "")
public class ChatApplication extends Application {}
