package io.memu4j.document;

import io.memu4j.error.InvalidInputException;
import io.memu4j.spi.document.DocumentSource;
import java.nio.charset.StandardCharsets;

/** Office documents in the old container: those of before 2007, and new ones that are locked. */
final class OleDocument {
    private OleDocument() {}

    static InvalidInputException refused(DocumentSource document) {
        String content = new String(document.bytes(), StandardCharsets.ISO_8859_1);
        String entry = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return content.contains(entry)
                ? Refusal.locked(document)
                : new InvalidInputException(document.subject() + " is an office document of the kind before 2007."
                        + " Expected a Word document of the newer kind (docx). Save it as docx.");
    }
}
