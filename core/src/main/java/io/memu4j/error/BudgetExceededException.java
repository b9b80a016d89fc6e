package io.memu4j.error;

/** A memorize would cost more than its budget allows; no model was called for it. Raise the budget, or pass less. */
public final class BudgetExceededException extends MemoryException {
    private static final long serialVersionUID = 1L;

    public BudgetExceededException(String message) {
        super(message, null);
    }
}
