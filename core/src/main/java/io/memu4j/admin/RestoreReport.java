package io.memu4j.admin;

/**
 * What a restore brought back.
 *
 * @param backup what the backup holds
 * @param scopes how many scopes were brought back
 * @param files how many copies of sources were written; those that were there already are not counted
 */
public record RestoreReport(BackupReport backup, long scopes, long files) {}
