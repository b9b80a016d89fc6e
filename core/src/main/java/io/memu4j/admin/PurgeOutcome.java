package io.memu4j.admin;

/**
 * Whether what was deleted is gone from the files of a database too.
 *
 * @param done whether it is; false where something stands in the way or it happens later
 * @param atClose whether it happens when the store is closed
 * @param explanation what was done, or what is pending and why, in a full sentence
 */
public record PurgeOutcome(boolean done, boolean atClose, String explanation) {}
