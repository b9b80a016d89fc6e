package io.memu4j.document;

import io.memu4j.error.MemoryException;
import io.memu4j.spi.document.DocumentBlock;
import io.memu4j.spi.document.DocumentSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The text of a PDF document, page by page; each page is a heading. Used once. */
final class PdfDocument {
    private static final int MOST_PAGES = 5_000;
    private static final int LONGEST_TITLE = 120;

    private final DocumentSource source;
    private final Limits limits;
    private final Blocks blocks;

    PdfDocument(DocumentSource source) {
        this.source = source;
        this.limits = new Limits(source);
        this.blocks = new Blocks(limits);
    }

    List<DocumentBlock> blocks() {
        PdfExpansion.requireBounded(source, limits);
        requireWhole();
        try (PDDocument pdf = Loader.loadPDF(new LimitedBytes(source.bytes(), limits))) {
            PdfStreams.requireBounded(pdf, source, limits);
            read(pdf);
            return blocks.all();
        } catch (InvalidPasswordException e) {
            throw Refusal.locked(source);
        } catch (MemoryException | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // PDFBox throws almost anything at a damaged file
            throw Refusal.broken(source, "PDF document", e);
        }
    }

    /** PDFBox puts together what is left of a file that was cut off, and says nothing. */
    private void requireWhole() {
        String content = new String(source.bytes(), StandardCharsets.ISO_8859_1);
        if (content.lastIndexOf("%%EOF") < content.lastIndexOf("endobj")) {
            throw Refusal.broken(source, "PDF document", new EOFException());
        }
    }

    private void read(PDDocument pdf) throws IOException {
        int pages = pdf.getNumberOfPages();
        if (pages > MOST_PAGES) {
            throw Refusal.tooLarge(source, MOST_PAGES + " pages");
        }
        String title = title(pdf.getDocumentInformation());
        PdfPages text = new PdfPages(limits);
        int found = 0;
        for (int page = 1; page <= pages; page++) {
            PdfStreams.requireNoPicture(pdf.getPage(page - 1));
            List<String> paragraphs = text.paragraphs(pdf, page);
            if (!paragraphs.isEmpty()) {
                if (found++ == 0) {
                    blocks.heading(1, title);
                }
                blocks.heading(title.isEmpty() ? 1 : 2, "Page " + page);
                paragraphs.forEach(this::add);
            }
        }
    }

    private void add(String paragraph) {
        PdfParagraph parsed = PdfParagraph.of(paragraph);
        parsed.items().forEach(item -> blocks.item(0, item.mark(), item.text()));
        blocks.close();
        blocks.paragraph(parsed.text());
    }

    /** Many programs write the name of a file there, which is no title. */
    private static String title(PDDocumentInformation about) {
        String title = about.getTitle() == null ? "" : about.getTitle().strip();
        boolean isFileName = title.matches("(?i).*\\.[a-z]{2,4}|Microsoft Word - .*|untitled.*");
        return isFileName || title.length() > LONGEST_TITLE ? "" : title;
    }
}
