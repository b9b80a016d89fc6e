package io.memu4j.document;

import io.memu4j.error.InvalidInputException;
import io.memu4j.spi.document.DocumentSource;

/** Why a document is not read. No message quotes the document. */
final class Refusal {
    private Refusal() {}

    static InvalidInputException locked(DocumentSource document) {
        return new InvalidInputException(
                document.subject()
                        + " is locked with a password. Expected a document that opens without one. Save a copy without the password.");
    }

    /** @param cause its message may quote the document, so only its kind is told */
    static InvalidInputException broken(DocumentSource document, String kind, Throwable cause) {
        return new InvalidInputException(
                document.subject() + " is damaged (" + cause.getClass().getSimpleName() + "). Expected a whole " + kind
                        + ". Open it in the program that made it, and save it anew.");
    }

    static InvalidInputException tooDeep(DocumentSource document) {
        return new InvalidInputException(document.subject() + " is nested too deeply to be read. Expected an ordinary"
                + " document. Save it anew with the program that made it.");
    }

    static InvalidInputException tooLarge(DocumentSource document, String what) {
        return new InvalidInputException(
                document.subject() + " holds more than " + what + " once it is unpacked. Split the document.");
    }
}
