package io.memu4j.store.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@link OrderedMemory} in a process of its own, seen from the one that gives the orders. */
final class OrderedProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    /** What it said when it opened the memory. */
    final String greeting;

    private OrderedProcess(Process process) throws IOException {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        this.greeting = String.valueOf(answers.readLine());
    }

    /** @param before the command that starts the program, such as {@code setpriv}, with its options; empty for none */
    static OrderedProcess start(List<String> before, String url, String copies) throws IOException {
        ProcessBuilder builder = ChildJvm.of(OrderedMemory.class, url, copies);
        List<String> command = new ArrayList<>(before);
        command.addAll(builder.command());
        return new OrderedProcess(builder.command(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Gives an order and waits for the answer. */
    String order(String order) throws IOException {
        orders.println(order);
        return String.valueOf(answers.readLine());
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            answers.transferTo(java.io.Writer.nullWriter());
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }
}
