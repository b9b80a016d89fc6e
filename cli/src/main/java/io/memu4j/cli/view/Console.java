package io.memu4j.cli.view;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err errors and progress
 * @param terminal whether somebody watches {@code err}
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {
    /** A result, or a part of one, at once. */
    public void print(String text) {
        out.print(Printable.of(text));
        if (!text.endsWith("\n")) {
            out.print('\n');
        }
        out.flush();
    }

    /** Whether every result arrived: a full disk, or a reader that went away, is not told to whoever prints. */
    public boolean arrived() {
        return !out.checkError();
    }

    /** Something that is neither a result nor an error; one line. */
    public void note(String line) {
        err.print("memu: " + Printable.of(line) + "\n");
        err.flush();
    }
}
