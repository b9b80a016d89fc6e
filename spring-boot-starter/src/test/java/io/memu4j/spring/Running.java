package io.memu4j.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that was started with a web server on a free port of this machine, and its clients. */
record Running(ConfigurableApplicationContext context) implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Running start(Class<?> application, String... settings) {
        String[] all = Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "spring.main.banner-mode=off",
                                "logging.level.root=WARN",
                                "memu.llm.provider=none",
                                "management.endpoint.health.show-details=always"),
                        Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new Running(new SpringApplicationBuilder(application).run(all));
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return CLIENT.send(request(user, path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String user, String path, String body) throws IOException, InterruptedException {
        return CLIENT.send(
                request(user, path)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String user, String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (user.isEmpty()) {
            return request;
        }
        String credentials = user + ":secret";
        return request.header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        context.close();
    }
}
