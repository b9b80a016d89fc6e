/** The tests that every store must pass; open, because JUnit runs methods that are not public. */
@SuppressWarnings("NotJavadoc") // it is: Error Prone looks for it after the word "open"
open module io.memu4j.tck {
    requires static org.jspecify;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive io.memu4j.core;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;

    exports io.memu4j.tck;
    exports io.memu4j.tck.surface;
    exports io.memu4j.tck.wire;
}
