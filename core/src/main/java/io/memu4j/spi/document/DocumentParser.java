package io.memu4j.spi.document;

import java.util.List;
import java.util.Set;

/**
 * Reads text and structure of some document formats. Found with {@link java.util.ServiceLoader}; the constructor does no I/O.
 * Implementations are thread-safe, and never fetch what a document refers to.
 */
public interface DocumentParser {
    /** {@return the IANA media types that {@link #parse} reads, in lower case} */
    Set<String> mediaTypes();

    /**
     * Reads a document.
     *
     * @param document the document and the limits
     * @return its blocks in order; empty if it has no text
     * @throws io.memu4j.error.InvalidInputException if the document is damaged, needs a password, or expands beyond the limits
     * @throws java.util.concurrent.CancellationException from the checkpoint, if the operation was cancelled
     */
    List<DocumentBlock> parse(DocumentSource document);
}
