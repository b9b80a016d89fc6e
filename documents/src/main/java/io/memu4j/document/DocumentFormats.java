package io.memu4j.document;

import io.memu4j.spi.document.DocumentBlock;
import io.memu4j.spi.document.DocumentParser;
import io.memu4j.spi.document.DocumentSource;
import java.util.List;
import java.util.Set;

/**
 * Reads web pages with jsoup, PDF with PDFBox and Word documents with POI. Thread-safe. Fetches nothing that a document refers to, runs
 * no script, tries no password.
 */
public final class DocumentFormats implements DocumentParser {
    private static final String HTML = "text/html";
    private static final String PDF = "application/pdf";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String OLE = "application/x-ole-storage";

    /** Creates the provider, for {@link java.util.ServiceLoader}. Does no I/O. */
    public DocumentFormats() {}

    @Override
    public Set<String> mediaTypes() {
        return Set.of(HTML, PDF, WORD, OLE);
    }

    @Override
    public List<DocumentBlock> parse(DocumentSource document) {
        try {
            return switch (document.mediaType()) {
                case HTML -> new HtmlDocument(document).blocks();
                case PDF -> new PdfDocument(document).blocks();
                case WORD -> new WordDocument(document).blocks();
                case OLE -> throw OleDocument.refused(document);
                default ->
                    throw new IllegalArgumentException(
                            "The media type is " + document.mediaType() + ". Expected one of " + mediaTypes() + ".");
            };
        } catch (StackOverflowError e) {
            throw Refusal.tooDeep(document);
        }
    }
}
