/** What a model may do with a memory: the tools, whatever protocol or framework they are offered by. */
module io.memu4j.tools {
    requires static org.jspecify;
    requires transitive io.memu4j.core;
    requires org.slf4j;

    exports io.memu4j.tools;
}
