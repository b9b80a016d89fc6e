package io.memu4j.transfer;

/**
 * What an export holds.
 *
 * @param copiesMissing resources whose copy was gone when its turn came: deleted meanwhile, or lost
 */
public record ExportReport(
        long scopes,
        long categories,
        long resources,
        long passages,
        long items,
        long vectors,
        long copies,
        long copiesMissing) {}
