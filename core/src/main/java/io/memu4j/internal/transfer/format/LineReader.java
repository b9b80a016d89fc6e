package io.memu4j.internal.transfer.format;

import io.memu4j.error.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes, none longer than allowed. One thread. */
final class LineReader {
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private long number;
    private boolean ended = true;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line read last ended with a line feed; false at a cut. */
    boolean ended() {
        return ended;
    }

    /**
     * The next line without its line feed, or null at the end.
     *
     * @throws InvalidInputException when it is too long
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, filled());
                if (end == 0) {
                    ended = false;
                    return line.size() == 0 ? null : counted(line);
                }
            }
            int feed = at;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            if (line.size() + feed - at > ExportFormat.MAX_LINE) {
                throw new InvalidInputException("Line " + (number + 1) + " of the export is longer than "
                        + ExportFormat.MAX_LINE + " bytes. This is not an export of memu4j, or it is damaged.");
            }
            line.write(buffer, at, feed - at);
            boolean found = feed < end;
            at = found ? feed + 1 : feed;
            if (found) {
                ended = true;
                return counted(line);
            }
        }
    }

    /** A compressed stream that was cut off ends where it was. */
    private int filled() throws IOException {
        try {
            return in.read(buffer);
        } catch (EOFException e) {
            return -1;
        }
    }

    private byte[] counted(ByteArrayOutputStream line) {
        number++;
        return line.toByteArray();
    }
}
