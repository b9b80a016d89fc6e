package io.memu4j.spi.transaction;

/** Knows no transactions. */
final class NoTransactions implements CallerTransactions {
    @Override
    public Suspension suspend() {
        return () -> {};
    }

    @Override
    public boolean whenCompleted(Completion completion) {
        return false;
    }
}
