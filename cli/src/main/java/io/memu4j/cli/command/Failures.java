package io.memu4j.cli.command;

import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Printable;
import io.memu4j.error.MemoryException;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.migrations.MigrationException;
import java.io.PrintWriter;

/** What a person is told about a failure: one line, and the stack trace for those who ask. */
public final class Failures {
    private Failures() {}

    /** The line about a failure of the whole command. */
    public static void tell(Throwable failure, boolean debug, PrintWriter err) {
        line(message(failure), err);
        trace(failure, debug, err);
    }

    /** The line about the failure of one source among others; names the source. */
    public static void tell(String source, Throwable failure, boolean debug, PrintWriter err) {
        String message = message(failure);
        String name = SourceKey.shown(source);
        line(message.contains(name) ? message : name + ": " + message, err);
        trace(failure, debug, err);
    }

    public static void line(String message, PrintWriter err) {
        err.print("memu: " + Printable.of(message.strip().replaceAll("\\s+", " ")) + "\n");
        err.flush();
    }

    private static String message(Throwable failure) {
        if (failure instanceof MemoryException
                || failure instanceof MigrationException
                || failure instanceof UsageException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof OutOfMemoryError) {
            return "There is not enough memory. Give the JVM more: MEMU_JAVA_OPTS=-Xmx4g.";
        }
        return "Unexpected failure: " + failure + ". Run it again with --debug for the details.";
    }

    private static void trace(Throwable failure, boolean debug, PrintWriter err) {
        if (debug) {
            failure.printStackTrace(err);
            err.flush();
        }
    }
}
