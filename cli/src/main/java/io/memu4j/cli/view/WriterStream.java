package io.memu4j.cli.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Bytes of UTF-8 for a writer, line by line. A writer swallows what goes wrong; here it is thrown, at the line that did not arrive. */
public final class WriterStream extends OutputStream {
    private final PrintWriter out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public WriterStream(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(int single) throws IOException {
        line.write(single);
        if (single == '\n') {
            out.print(line.toString(StandardCharsets.UTF_8));
            line.reset();
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        if (out.checkError()) { // flushes too
            throw new IOException("The output ends before the last line was written.");
        }
    }
}
