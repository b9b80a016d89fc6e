package io.memu4j.store.jpa.backup;

/** A copy of a source, and the scope whose row names it. */
record NamedBlob(String user, String agent, String key) {}
