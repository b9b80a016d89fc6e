/**
 * Long-term memory for AI agents: the API, the interfaces that stores, models and parsers implement, and the engine.
 *
 * <p>Applications use {@code io.memu4j} and the packages beside it. Providers implement {@code io.memu4j.spi}. The engine
 * ({@code io.memu4j.internal}) is not exported; a few of its packages are shared with other modules of memu4j.
 */
@SuppressWarnings("module") // the modules that a package is shared with are compiled later
module io.memu4j.core {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.uuid;
    requires com.github.benmanes.caffeine;
    requires java.desktop; // pictures: javax.imageio
    requires java.logging; // the levels of libraries that log at their start
    requires java.net.http;
    requires jdk.jfr;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.core;
    requires org.slf4j;

    exports io.memu4j;
    exports io.memu4j.admin;
    exports io.memu4j.config;
    exports io.memu4j.doctor;
    exports io.memu4j.error;
    exports io.memu4j.memorize;
    exports io.memu4j.memory;
    exports io.memu4j.model;
    exports io.memu4j.observe;
    exports io.memu4j.reembed;
    exports io.memu4j.retrieve;
    exports io.memu4j.transfer;
    exports io.memu4j.spi.blob;
    exports io.memu4j.spi.document;
    exports io.memu4j.spi.llm;
    exports io.memu4j.spi.search;
    exports io.memu4j.spi.store;
    exports io.memu4j.spi.transaction;
    exports io.memu4j.spi.transfer;
    exports io.memu4j.internal.blob to
            io.memu4j.tck;
    exports io.memu4j.internal.files to
            io.memu4j.cli,
            io.memu4j.store.jpa;
    exports io.memu4j.internal.http to
            io.memu4j.llm.langchain4j;
    exports io.memu4j.internal.ingest.text to
            io.memu4j.llm.langchain4j;
    exports io.memu4j.internal.prompt to
            io.memu4j.llm.langchain4j;
    exports io.memu4j.internal.value to
            io.memu4j.cli,
            io.memu4j.importer.memu,
            io.memu4j.llm.langchain4j,
            io.memu4j.llm.local,
            io.memu4j.store.jpa,
            io.memu4j.store.memory,
            io.memu4j.tck;

    uses io.memu4j.spi.document.DocumentParser;
    uses io.memu4j.spi.llm.ModelProvider;
    uses io.memu4j.spi.store.MemoryStoreProvider;
}
