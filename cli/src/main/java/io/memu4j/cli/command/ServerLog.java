package io.memu4j.cli.command;

import io.memu4j.cli.view.Console;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What an operator of a server must see: failures of requests, one line each, by the id that the caller was told. */
final class ServerLog extends Handler {
    /** Held: a logger that nobody holds loses its level. */
    private static final Logger SERVER = Logger.getLogger("io.memu4j.server");

    private final Console console;

    private ServerLog(Console console) {
        this.console = console;
        setFormatter(new SimpleFormatter());
    }

    static void to(Console console) {
        for (Handler earlier : SERVER.getHandlers()) {
            SERVER.removeHandler(earlier);
        }
        SERVER.addHandler(new ServerLog(console));
        if (!SERVER.isLoggable(Level.WARNING)) {
            SERVER.setLevel(Level.WARNING);
        }
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            console.note(record.getInstant() + " " + getFormatter().formatMessage(record));
        }
    }

    @Override
    public void flush() {
        console.err().flush();
    }

    @Override
    public void close() {}
}
