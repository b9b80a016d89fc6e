package io.memu4j.config;

/**
 * Takes out of a text what must not be remembered, before the text is stored or sent to a model. Thread-safe.
 *
 * <p>It sees the text of each passage of a source, each statement that a caller creates or changes, and each question with its context. It
 * does not see source keys, names of speakers, attributes, nor pictures and recordings, of which the model's words are redacted. No copies
 * of sources are kept while a redactor is set. Memory that was imported or stored before stays as it is.
 */
@FunctionalInterface
public interface Redactor {
    /**
     * Returns the text without what must not be remembered. If it throws, or returns null, the call fails and nothing is stored.
     *
     * @param text at most 20,000 UTF-16 units
     * @return the same text, or another one with something like {@code [secret]} in the place of what was taken out; a blank one counts as
     *     {@code [redacted]}
     */
    String redact(String text);

    /**
     * Returns the redactor of this library: e-mail addresses, numbers of payment cards and bank accounts whose check digits are right, keys
     * and tokens of known services, private keys, and values after words such as "password:".
     *
     * @return a redactor that puts {@code [e-mail address]}, {@code [card number]}, {@code [account number]} or {@code [secret]} there
     */
    static Redactor secrets() {
        return SecretsRedactor.INSTANCE;
    }

    /**
     * Returns a redactor that applies this one, then another.
     *
     * @param next sees what this one returned
     * @return both
     */
    default Redactor then(Redactor next) {
        return text -> next.redact(redact(text));
    }
}
