package io.memu4j.spi.transfer;

/** Somebody else's memory, as records. */
@FunctionalInterface
public interface TransferSource {
    /** Hands all records to {@code sink}, in the order that {@link TransferRecord} describes. */
    void sendTo(TransferSink sink);
}
