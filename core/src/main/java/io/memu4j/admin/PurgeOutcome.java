package io.memu4j.admin;

/**
 * Whether deleted rows are gone from the files of a database.
 *
 * @param done whether they are; false if something prevents it or it happens later
 * @param atClose whether it happens when the store is closed
 * @param explanation what was done, or what is pending and why, in a full sentence
 */
public record PurgeOutcome(boolean done, boolean atClose, String explanation) {}
