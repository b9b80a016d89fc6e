package io.memu4j.document;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A document PDFBox reads within limits: it knows none of its own, and reads some broken files over and over. */
final class LimitedBytes extends RandomAccessReadBuffer {
    private final Limits limits;

    LimitedBytes(byte[] bytes, Limits limits) {
        super(bytes);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        limits.step();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        limits.step();
        return super.read(into, offset, length);
    }
}
