package io.memu4j.jakarta;

import io.memu4j.error.StoreException;
import io.memu4j.spi.transaction.CallerTransactions;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.List;
import java.util.Optional;

/** The transactions of a JTA transaction manager. Thread-safe. */
public final class JtaTransactions implements CallerTransactions {
    /** Where servers have theirs: WildFly and JBoss; GlassFish and Payara; TomEE and others. Jakarta EE has no name for it. */
    private static final List<String> NAMES = List.of(
            "java:jboss/TransactionManager",
            "java:/TransactionManager",
            "java:appserver/TransactionManager",
            "java:comp/TransactionManager");

    private final TransactionManager manager;

    private JtaTransactions(TransactionManager manager) {
        this.manager = manager;
    }

    /**
     * Returns the transactions of a manager.
     *
     * @param manager the one that the connections of the application take part in
     * @return its transactions
     */
    public static JtaTransactions of(TransactionManager manager) {
        return new JtaTransactions(manager);
    }

    /**
     * Looks for the transaction manager under the JNDI names of common servers.
     *
     * @return its transactions, or empty if there is none under these names
     */
    public static Optional<JtaTransactions> ofServer() {
        return NAMES.stream()
                .flatMap(name -> JndiLookup.find(name, TransactionManager.class).stream())
                .map(JtaTransactions::new)
                .findFirst();
    }

    @Override
    public Suspension suspend() {
        try {
            Transaction suspended = manager.suspend();
            return suspended == null ? () -> {} : () -> resume(suspended);
        } catch (SystemException e) {
            throw failed("suspended", e);
        }
    }

    private void resume(Transaction suspended) {
        try {
            manager.resume(suspended);
        } catch (InvalidTransactionException | SystemException e) {
            throw failed("resumed", e);
        }
    }

    @Override
    public boolean whenCompleted(Completion completion) {
        try {
            Transaction current = manager.getTransaction();
            if (current == null || hasEnded(current.getStatus())) {
                return false;
            }
            current.registerSynchronization(new CompletionCall(completion));
        } catch (RollbackException e) {
            completion.completed(false);
        } catch (SystemException e) {
            throw failed("asked", e);
        }
        return true;
    }

    /** A thread keeps a transaction that timed out, or one that just ended, until somebody takes it away. */
    private static boolean hasEnded(int status) {
        return status == Status.STATUS_NO_TRANSACTION || status == Status.STATUS_COMMITTED;
    }

    private static StoreException failed(String what, Exception cause) {
        return StoreException.permanent(
                "The transaction of the caller could not be " + what + ". Nothing of it was changed. See the cause, and the"
                        + " log of the transaction manager.",
                cause);
    }

    private record CompletionCall(Completion completion) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // whether it commits is not known yet
        }

        @Override
        public void afterCompletion(int status) {
            completion.completed(status == Status.STATUS_COMMITTED);
        }
    }
}
