package io.memu4j.document;

import java.io.ByteArrayInputStream;

/** Bytes that look at the limits for every piece that is read, so that a parser which reads as it goes is stopped in time. */
final class LimitedInput extends ByteArrayInputStream {
    private static final int LONGEST_PIECE = 8_192;

    private final Limits limits;

    LimitedInput(byte[] bytes, Limits limits) {
        super(bytes);
        this.limits = limits;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) {
        limits.check();
        return super.read(into, from, Math.min(length, LONGEST_PIECE));
    }
}
