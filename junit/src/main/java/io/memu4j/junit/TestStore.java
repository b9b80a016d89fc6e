package io.memu4j.junit;

/** Where the memory of a test is kept. */
public enum TestStore {
    /** H2 in the heap: SQL and the schema of production. Comes with this artifact. */
    H2,
    /** A SQLite file in a temporary folder. Needs {@code org.xerial:sqlite-jdbc}. */
    SQLITE,
    /** Maps in the heap, without SQL: the fastest. Needs {@code io.memu4j:memu4j-store-memory}. */
    HEAP
}
