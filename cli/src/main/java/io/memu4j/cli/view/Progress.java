package io.memu4j.cli.view;

import io.memu4j.memorize.MemorizeListener;
import java.util.Locale;

/** One line on a terminal that shows how far a memorize is; silent in a pipe. */
public final class Progress implements MemorizeListener, AutoCloseable {
    private static final String ERASE = "\r\u001b[K";

    private final Console console;
    private final String source;

    public Progress(Console console, String source) {
        this.console = console;
        this.source = source;
    }

    @Override
    public void onStep(Step step, int done, int total) {
        if (console.terminal()) {
            String count = total > 1 ? " " + done + "/" + total : "";
            write(ERASE + source + ": " + step.name().toLowerCase(Locale.ROOT) + count);
        }
    }

    @Override
    public void close() {
        if (console.terminal()) {
            write(ERASE);
        }
    }

    private void write(String text) {
        console.err().print(text);
        console.err().flush();
    }
}
