package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed: -Dmemu.test.kills=N kills it more often than once. */
class KilledServeIT {
    private static final int CLIENTS = 16;
    private static final int BEFORE_KILL = 24;

    @TempDir
    Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String key = "";

    @Test
    void nothing_that_was_acknowledged_is_lost_when_the_server_is_killed() throws Exception {
        String db = folder.resolve("memu.db").toString();
        key = CommandRun.of("key", "create", "--db", db, "--user", "ana").out().strip();
        for (int kill = 0; kill < Integer.getInteger("memu.test.kills", 1); kill++) {
            Process server = started(db);
            URI address = address(server);
            CountDownLatch enough = new CountDownLatch(BEFORE_KILL);
            List<Thread> clients = new ArrayList<>();
            for (int n = 0; n < CLIENTS; n++) {
                Thread one = new Thread(() -> memorizeUntilKilled(address, enough));
                one.start();
                clients.add(one);
            }
            assertThat(enough.await(5, TimeUnit.MINUTES)).isTrue();
            server.destroyForcibly().waitFor();
            for (Thread one : clients) {
                one.join();
            }
        }
        Process again = started(db);
        try {
            URI address = address(again);
            String all = send(address, "GET", "/v1/agents/default/export", "");
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_KILL).allSatisfy(source -> assertThat(all)
                    .contains("\"" + source + "\""));
        } finally {
            again.destroy();
            again.waitFor();
        }
        assertThat(CommandRun.of("doctor", "--db", db).code()).isZero();
    }

    private void memorizeUntilKilled(URI address, CountDownLatch enough) {
        while (true) {
            String source = "source-" + number.incrementAndGet();
            try {
                send(
                        address,
                        "POST",
                        "/v1/agents/default/memorize",
                        "{\"key\": \"" + source + "\", \"text\": \"The boat number " + source + " is moored in bay "
                                + source.hashCode() + ".\"}");
            } catch (IOException | InterruptedException e) {
                return; // killed
            }
            acknowledged.add(source);
            enough.countDown();
        }
    }

    private String send(URI address, String method, String path, String body) throws IOException, InterruptedException {
        var response = client.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(Duration.ofMinutes(2))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("not acknowledged: " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static Process started(String db) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.memu4j.cli.Main",
                        "serve",
                        "--db",
                        db,
                        "--port",
                        "0",
                        "--llm",
                        "local")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static URI address(Process server) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).startsWith("memu serves at ");
        return URI.create(line.substring("memu serves at ".length()));
    }
}
