/** The tests that every store must pass; open, because JUnit runs methods that are not public. */
open module io.memu4j.tck {
    requires static org.jspecify;
    requires transitive io.memu4j.core;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;
    requires com.fasterxml.jackson.databind;

    exports io.memu4j.tck;
    exports io.memu4j.tck.wire;
}
