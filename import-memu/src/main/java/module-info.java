/** Imports the memory of a MemU installation into any store of memu4j. */
module io.memu4j.importer.memu {
    requires static org.jspecify;
    requires transitive io.memu4j.core;
    requires com.fasterxml.jackson.core;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports io.memu4j.importer.memu;
}
