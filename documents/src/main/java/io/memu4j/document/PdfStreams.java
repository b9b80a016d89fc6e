package io.memu4j.document;

import io.memu4j.error.MemoryException;
import io.memu4j.spi.document.DocumentSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Measures the streams of a PDF document that {@link PdfExpansion} cannot see in its bytes: those that are encrypted, those whose filters
 * are named elsewhere, and those with other filters than one. Before any of them is used.
 */
final class PdfStreams {
    private static final Set<String> COMPRESSING =
            Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");
    private static final Set<String> OF_PICTURES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");

    private static final long MOST_HELD = PdfSize.MOST / 4;

    private final Limits limits;
    private final PdfSize size;

    private PdfStreams(DocumentSource source, Limits limits) {
        this.limits = limits;
        this.size = new PdfSize(source);
    }

    /** @throws io.memu4j.error.InvalidInputException when it is too much, or takes too long to measure */
    static void requireBounded(PDDocument pdf, DocumentSource source, Limits limits) {
        PdfStreams streams = new PdfStreams(source, limits);
        COSDocument document = pdf.getDocument();
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            limits.step();
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                streams.measure(stream, pdf.isEncrypted());
            }
        }
    }

    /** @throws IOException when what should be the text of that page is a picture */
    static void requireNoPicture(PDPage page) throws IOException {
        for (Iterator<PDStream> contents = page.getContentStreams(); contents.hasNext(); ) {
            COSStream stream = contents.next().getCOSObject();
            if (isPicture(stream) || filters(stream).stream().anyMatch(OF_PICTURES::contains)) {
                throw new IOException("The contents of a page are a picture.");
            }
        }
    }

    private static boolean isPicture(COSStream stream) {
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    }

    private void measure(COSStream stream, boolean isEncrypted) {
        List<String> filters = filters(stream);
        if (filters.stream().filter(COMPRESSING::contains).count() > 1) {
            throw size.tooLarge();
        }
        boolean isMeasured = !isEncrypted && filters.equals(List.of("FlateDecode"));
        if (!filters.isEmpty() && !isMeasured) {
            size.add(expanded(stream, filters), isPicture(stream));
        }
    }

    private static List<String> filters(COSStream stream) {
        COSBase named = stream.getFilters();
        List<String> filters = new ArrayList<>();
        if (named instanceof COSName name) {
            filters.add(name.getName());
        } else if (named instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                filters.add(several.getObject(i) instanceof COSName name ? name.getName() : "");
            }
        }
        return filters;
    }

    /** Up to the first filter that makes pixels. What cannot be expanded is not used either. */
    private long expanded(COSStream stream, List<String> filters) {
        Counted last = new Counted(false);
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream in = raw;
            for (int i = 0; i < filters.size() && !OF_PICTURES.contains(filters.get(i)); i++) {
                last = new Counted(i + 1 < filters.size());
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, last, stream, i);
                in = new ByteArrayInputStream(last.toByteArray());
            }
        } catch (MemoryException | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // PDFBox throws almost anything at a damaged stream
            return last.written;
        }
        return last.written;
    }

    /** Counts what one filter gives, and holds it where another filter follows. */
    private final class Counted extends ByteArrayOutputStream {
        private final boolean isHeld;
        private long written;

        Counted(boolean isHeld) {
            this.isHeld = isHeld;
        }

        @Override
        public synchronized void write(int b) {
            add(1);
            if (isHeld) {
                super.write(b);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            add(length);
            if (isHeld) {
                super.write(bytes, offset, length);
            }
        }

        private void add(int more) {
            limits.step();
            written += more;
            if (written > (isHeld ? MOST_HELD : PdfSize.MOST)) {
                throw size.tooLarge();
            }
        }
    }
}
