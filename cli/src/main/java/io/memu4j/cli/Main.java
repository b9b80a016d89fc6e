package io.memu4j.cli;

import io.memu4j.cli.command.CommandTree;
import io.memu4j.cli.command.Failures;
import io.memu4j.cli.view.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The entry point of the {@code memu} command. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the JVM with 0 (done), 1 (failed) or 2 (wrong usage). */
    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        boolean debug = Arrays.asList(args).contains("--debug");
        Logs.configure(debug);
        Console console = new Console(out, err, Boolean.getBoolean("memu.terminal"));
        int code = 1;
        try {
            code = CommandTree.run(args, console);
        } catch (Throwable e) { // errors of the JVM, such as too little memory, are told in one line too
            Failures.tell(e, debug, err);
        }
        if (!console.arrived()) {
            Failures.line(
                    "The output could not be written to its end: the disk is full, or its reader went away.", err);
            code = 1;
        }
        err.flush();
        System.exit(code);
    }

    /** UTF-8 whatever the locale says. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
