package io.memu4j.cli.view;

import java.io.PrintWriter;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err errors and progress
 * @param terminal whether somebody watches {@code err}
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {
    /** Whether the results go to a terminal, as the start script found out. */
    public static final boolean READ_BY_A_PERSON = Boolean.getBoolean("memu.colors");

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    /** A result, or a part of one, at once. */
    public void print(String text) {
        out.print(Printable.of(text));
        if (!text.endsWith("\n")) {
            out.print('\n');
        }
        out.flush();
    }

    /**
     * A result whose headings are bold where colors are written. A heading is a line of its own, and nothing that users wrote begins a line.
     *
     * @param headings the lines that are one
     * @param colors whether to write colors
     */
    public void print(String text, Set<String> headings, boolean colors) {
        if (!colors) {
            print(text);
            return;
        }
        out.print(Printable.of(text)
                .lines()
                .map(line -> headings.contains(line) ? BOLD + line + PLAIN : line)
                .collect(Collectors.joining("\n", "", "\n")));
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
