package io.memu4j.spring;

import io.memu4j.spi.transaction.CallerTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transactions of Spring. Those of a thread are suspended by their manager; without one manager, nothing is suspended. */
record SpringTransactions(@Nullable PlatformTransactionManager manager) implements CallerTransactions {
    @Override
    public Suspension suspend() {
        if (manager == null || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return () -> {};
        }
        TransactionStatus outside = manager.getTransaction(
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
        return () -> manager.commit(outside); // there is nothing to commit: it resumes the transaction
    }

    @Override
    public boolean whenCompleted(Completion completion) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return false;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                completion.completed(status == STATUS_COMMITTED);
            }
        });
        return true;
    }
}
