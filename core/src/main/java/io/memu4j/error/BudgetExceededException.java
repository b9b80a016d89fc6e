package io.memu4j.error;

/**
 * The estimate for a memorize exceeds its budget. No model was called and nothing was written. Raise the budget, or pass a smaller
 * source.
 */
public final class BudgetExceededException extends MemoryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception without a cause.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     */
    public BudgetExceededException(String message) {
        super(message, null);
    }
}
