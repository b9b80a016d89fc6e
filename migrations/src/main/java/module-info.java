/** The database schema as Liquibase changelogs, and the calls that apply them. */
@SuppressWarnings("opens") // a package of changelogs has no class
module io.memu4j.migrations {
    requires static transitive org.jspecify;
    requires transitive java.sql;
    requires java.xml;
    requires liquibase.core;
    requires org.slf4j;

    // Liquibase is an automatic module, which cannot ask for what it needs.
    requires org.apache.commons.collections4;
    requires org.apache.commons.io;
    requires org.apache.commons.lang3;
    requires org.apache.commons.text; // for opencsv, which is automatic too
    requires org.yaml.snakeyaml;

    exports io.memu4j.migrations;

    // Liquibase reads the changelogs through the class loader, which finds them in opened packages only.
    opens io.memu4j.db.changelog;
}
