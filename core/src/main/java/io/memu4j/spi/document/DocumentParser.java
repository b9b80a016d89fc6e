package io.memu4j.spi.document;

import java.util.List;
import java.util.Set;

/**
 * Reads documents of some formats: gets their text and its structure out of their bytes. Found with {@link java.util.ServiceLoader}; the
 * constructor does no I/O. Thread-safe. Never fetches anything a document names.
 */
public interface DocumentParser {
    /** The IANA media types it reads, in lower case. */
    Set<String> mediaTypes();

    /**
     * The pieces of the document in order; empty for a document without text.
     *
     * @throws io.memu4j.error.InvalidInputException when the document is broken, locked with a password, or expands beyond the limits
     */
    List<DocumentBlock> parse(DocumentSource document);
}
