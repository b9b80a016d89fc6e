package io.memu4j.examples.ee;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A WildFly of this build, with the application on it, as a process on loopback. */
final class Server implements AutoCloseable {
    private static final int OFFSET = 10_200;
    private static final String URL = "http://127.0.0.1:" + (8080 + OFFSET) + "/memory/api/";
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home = Path.of(System.getProperty("memu.server"));
    private final Path deployments = home.resolve("standalone/deployments");
    private Process process;

    Server() throws IOException, InterruptedException {
        start();
    }

    private void start() throws IOException, InterruptedException {
        for (String state : List.of("deployed", "failed", "isdeploying", "pending", "undeployed")) {
            Files.deleteIfExists(marker(state));
        }
        Files.writeString(marker("dodeploy"), "");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        java,
                        "-Xmx700m",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Djboss.home.dir=" + home,
                        "-Djboss.socket.binding.port-offset=" + OFFSET,
                        "-jar",
                        home.resolve("jboss-modules.jar").toString(),
                        "-mp",
                        home.resolve("modules").toString(),
                        "org.jboss.as.standalone",
                        "-b",
                        "127.0.0.1")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("server.log").toFile())
                .start();
        awaitDeployed();
    }

    /** Kills the process, as a failure of the machine does, and starts it again. */
    void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        start();
    }

    void redeploy() throws IOException, InterruptedException {
        Files.deleteIfExists(marker("deployed"));
        await("undeployed");
        Files.deleteIfExists(marker("undeployed"));
        Files.writeString(marker("dodeploy"), "");
        awaitDeployed();
    }

    /** Returns the kilobytes of metaspace in use after a collection. */
    long metaspace() throws IOException, InterruptedException {
        run("jcmd", String.valueOf(process.pid()), "GC.run");
        String[] lines = run("jstat", "-gc", String.valueOf(process.pid())).strip().split("\n");
        int column = List.of(lines[0].strip().split("\\s+")).indexOf("MU");
        return (long) Double.parseDouble(lines[1].strip().split("\\s+")[column].replace(',', '.'));
    }

    private static String run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(arguments));
        command.add(0, Path.of(System.getProperty("java.home"), "bin", tool).toString());
        Process tooling = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(tooling.getInputStream().readAllBytes(), UTF_8);
        tooling.waitFor();
        return output;
    }

    private void awaitDeployed() throws IOException, InterruptedException {
        await("deployed");
    }

    private void await(String state) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(marker(state))) {
            if (Files.exists(marker("failed"))) {
                throw new AssertionError("The deployment failed: " + Files.readString(marker("failed")));
            }
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError("The application is not " + state + ". See " + home.resolve("server.log"));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Path marker(String state) {
        return deployments.resolve("memory.war." + state);
    }

    /** Sends a request as a user, or as nobody where the user is null. */
    HttpResponse<String> send(String user, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(URL + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "text/plain");
        if (user != null) {
            String credentials = user + ":" + user + "-secret";
            request.header(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
