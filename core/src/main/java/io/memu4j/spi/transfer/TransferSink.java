package io.memu4j.spi.transfer;

/** Takes records in. One thread. */
@FunctionalInterface
public interface TransferSink {
    /** @param line where it comes from, for messages: the line of the file, or 0 */
    void accept(long line, TransferRecord row);
}
