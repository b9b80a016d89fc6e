package io.memu4j.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Bytes of UTF-8 for a writer, line by line. */
final class WriterStream extends OutputStream {
    private final PrintWriter out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    WriterStream(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(int single) {
        line.write(single);
        if (single == '\n') {
            out.print(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }

    @Override
    public void flush() {
        out.flush();
    }
}
