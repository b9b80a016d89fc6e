package io.memu4j.cli.view;

/** One line on a terminal that counts; silent in a pipe. */
public final class CountedProgress implements AutoCloseable {
    private static final String ERASE = "\r\u001b[K";

    private final Console console;

    public CountedProgress(Console console) {
        this.console = console;
    }

    public void show(String what, long done, long total) {
        write(ERASE + what + " " + done + "/" + total);
    }

    @Override
    public void close() {
        write(ERASE);
    }

    private void write(String text) {
        if (console.terminal()) {
            console.err().print(text);
            console.err().flush();
        }
    }
}
