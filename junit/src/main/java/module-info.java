/** A JUnit extension that gives each test a memory of its own. */
module io.memu4j.junit {
    requires static transitive org.jspecify;
    requires transitive io.memu4j.core;
    requires transitive org.junit.jupiter.api;

    exports io.memu4j.junit;
}
