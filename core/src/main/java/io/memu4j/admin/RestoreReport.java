package io.memu4j.admin;

/**
 * What a restore wrote.
 *
 * @param backup what the backup holds
 * @param scopes the number of scopes restored
 * @param files the number of copies of sources written; copies that existed are not counted
 */
public record RestoreReport(BackupReport backup, long scopes, long files) {}
