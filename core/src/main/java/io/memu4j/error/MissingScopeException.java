package io.memu4j.error;

/** Nobody is known as the user of a call, so no memory was read or written. Sign in, or name the user. */
public final class MissingScopeException extends MemoryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message a full sentence that names the subject, what was expected and the remedy; no id
     */
    public MissingScopeException(String message) {
        super(message, null);
    }
}
