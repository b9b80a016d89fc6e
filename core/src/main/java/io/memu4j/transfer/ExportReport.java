package io.memu4j.transfer;

/**
 * The number of rows in an export.
 *
 * @param scopes memories
 * @param categories topics
 * @param resources sources
 * @param passages passages of sources
 * @param items statements
 * @param vectors vectors
 * @param copies copies of sources
 * @param copiesMissing resources whose copy did not exist when it was exported: deleted meanwhile, or lost
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
