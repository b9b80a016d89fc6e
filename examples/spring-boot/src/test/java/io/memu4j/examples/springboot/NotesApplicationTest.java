package io.memu4j.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class NotesApplicationTest {
    @TempDir
    private Path folder;

    @Test
    void users_find_their_own_notes_only() throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(NotesApplication.class)
                .run("--server.port=0", "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("notes"))) {
            String server = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
            assertThat(send(server, "ada", "/notes?title=key", "The spare key is under the blue pot."))
                    .isEmpty();
            assertThat(send(server, "ada", "/notes?question=spare+key", null)).contains("blue pot");
            assertThat(send(server, "bo", "/notes?question=spare+key", null)).doesNotContain("blue pot");
            assertThat(send(server, "bo", "/actuator/health", null)).contains("UP");
        }
    }

    private static String send(String server, String user, String path, String body) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Basic " + credentials);
        return HttpClient.newHttpClient()
                .send(
                        body == null
                                ? request.build()
                                : request.POST(BodyPublishers.ofString(body)).build(),
                        BodyHandlers.ofString())
                .body();
    }
}
