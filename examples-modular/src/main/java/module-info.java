/** An application that uses memu4j as modules. */
module io.memu4j.examples.modular {
    requires static org.jspecify;
    requires io.memu4j.core;
    requires io.memu4j.migrations;
    requires io.memu4j.store.jpa;
}
