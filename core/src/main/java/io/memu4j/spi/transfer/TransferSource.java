package io.memu4j.spi.transfer;

/** The memory of another product, as records. */
@FunctionalInterface
public interface TransferSource {
    /**
     * Sends all records, in the order that {@link TransferRecord} describes.
     *
     * @param sink receives them
     */
    void sendTo(TransferSink sink);
}
