package io.memu4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.cli.view.Console;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Scanner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code memu serve} in a thread of this process, on a free port. Closing it ends the thread. */
record Serving(Thread thread, URI address, HttpClient client) implements AutoCloseable {
    static Serving start(String... arguments) throws IOException {
        String[] all = Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(arguments))
                .toArray(String[]::new);
        PipedWriter pipe = new PipedWriter();
        Scanner printed = new Scanner(new PipedReader(pipe));
        Thread thread = new Thread(() -> CommandTree.run(
                all, new Console(new PrintWriter(pipe, true), new PrintWriter(new StringWriter()), false)));
        thread.start();
        String line = printed.nextLine();
        assertThat(line).startsWith("memu serves at http://127.0.0.1:");
        return new Serving(thread, URI.create(line.substring(line.indexOf("http"))), HttpClient.newHttpClient());
    }

    HttpResponse<String> get(String path, @Nullable String key) throws IOException, InterruptedException {
        return send(request(path, key));
    }

    HttpResponse<String> post(String path, String key, String json) throws IOException, InterruptedException {
        return send(
                request(path, key).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
