package io.memu4j.spi.transfer;

/** Receives records. Not thread-safe. */
@FunctionalInterface
public interface TransferSink {
    /**
     * Receives the next record.
     *
     * @param line the line of the file, for messages, or 0
     * @param row the record
     * @throws io.memu4j.error.InvalidInputException if the record cannot be used
     */
    void accept(long line, TransferRecord row);
}
