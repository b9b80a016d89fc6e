package io.memu4j.document;

import io.memu4j.spi.document.DocumentSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Measures what an office document expands to before anybody expands it into memory. */
final class ZipExpansion {
    private static final int MOST_ENTRIES = 10_000;
    /** A tree of XML takes several times its text. */
    private static final long MOST_BYTES = DocumentSource.MAX_EXPANDED_BYTES / 4;

    private ZipExpansion() {}

    /**
     * Lets a document pass that expands to an ordinary size.
     *
     * @throws io.memu4j.error.InvalidInputException when it is too much
     * @throws IOException when it is no ZIP file
     */
    static void requireBounded(DocumentSource source) throws IOException {
        long total = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(source.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean isPicture = entry.getName().contains("/media/");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += isPicture ? 0 : read;
                    if (total > MOST_BYTES) {
                        throw Refusal.tooLarge(source, (MOST_BYTES >> 20) + " MiB");
                    }
                }
                if (++entries > MOST_ENTRIES) {
                    throw Refusal.tooLarge(source, MOST_ENTRIES + " parts");
                }
            }
        }
    }
}
