package io.memu4j.document;

import io.memu4j.spi.document.DocumentSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Measures what an office document expands to before anybody expands it into memory. Pictures are expanded too,
 * but no tree is made of them: they have a limit of their own.
 */
final class ZipExpansion {
    private static final int MOST_ENTRIES = 10_000;
    /** A tree of XML takes several times its text. */
    private static final long MOST_BYTES = DocumentSource.MAX_EXPANDED_BYTES / 4;

    private ZipExpansion() {}

    /**
     * Lets a document pass that expands to an ordinary size.
     *
     * @throws io.memu4j.error.InvalidInputException when it is too much, or takes too long to measure
     * @throws IOException when it is no ZIP file
     */
    static void requireBounded(DocumentSource source, Limits limits) throws IOException {
        long total = 0;
        long pictures = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(source.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean isPicture = entry.getName().contains("/media/");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    limits.step();
                    total += isPicture ? 0 : read;
                    pictures += isPicture ? read : 0;
                    requireAtMost(source, MOST_BYTES, total);
                    requireAtMost(source, DocumentSource.MAX_EXPANDED_BYTES, pictures);
                }
                if (++entries > MOST_ENTRIES) {
                    throw Refusal.tooLarge(source, MOST_ENTRIES + " parts");
                }
            }
        }
    }

    private static void requireAtMost(DocumentSource source, long most, long bytes) {
        if (bytes > most) {
            throw Refusal.tooLarge(source, (most >> 20) + " MiB");
        }
    }
}
