package io.memu4j.error;

/**
 * The store met a row of another scope, or a statement that is not confined to one scope. Nothing was returned or written. The call cannot
 * succeed; please report it as a defect of memu4j or of its configuration.
 */
public final class IsolationException extends MemoryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     */
    public IsolationException(String message) {
        super(message, null);
    }
}
