package io.memu4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.cli.command.CommandTree;
import io.memu4j.cli.view.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What one command did: its exit code and everything it wrote. */
public record CommandRun(int code, String out, String err) {
    static {
        Logs.configure(false);
    }

    /** Runs it in this JVM, as in a pipe. */
    public static CommandRun of(String... args) {
        return of(false, args);
    }

    /** Runs it in this JVM. */
    public static CommandRun of(boolean terminal, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandTree.run(args, new Console(new PrintWriter(out), new PrintWriter(err), terminal));
        return new CommandRun(code, out.toString(), err.toString());
    }

    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
