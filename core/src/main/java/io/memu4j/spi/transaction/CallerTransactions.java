package io.memu4j.spi.transaction;

/**
 * The transactions in which an application calls memory. Memory writes have a transaction of their own; this is how they stay out of the
 * caller's, and how they learn that it committed. Thread-safe: every method is about the transaction of the calling thread.
 */
public interface CallerTransactions {
    /** For programs whose connections take part in no transaction of a thread: nothing is suspended, and nothing is waited for. */
    CallerTransactions NONE = new NoTransactions();

    /**
     * Takes the transaction away from the calling thread.
     *
     * @return gives it back; to be closed once, by the same thread. It does nothing where the thread has no transaction
     */
    Suspension suspend();

    /**
     * Announces the end of the transaction of the calling thread.
     *
     * @param completion called once, by the thread that ends the transaction, which may have none at that time. With {@code false} at once
     *     where the transaction can only roll back
     * @return false if the thread has no transaction; {@code completion} is not called then
     */
    boolean whenCompleted(Completion completion);

    /** A transaction that a thread gets back. */
    @FunctionalInterface
    interface Suspension extends AutoCloseable {
        /** Gives the transaction back to the thread. */
        @Override
        void close();
    }

    /** Is called at the end of a transaction. */
    @FunctionalInterface
    interface Completion {
        /**
         * Must be short and must not throw.
         *
         * @param committed false if the transaction was rolled back, or if its outcome is unknown
         */
        void completed(boolean committed);
    }
}
