package io.memu4j.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotesTest {
    @TestHTTPResource("/")
    URI server;

    @Test
    void users_find_their_own_notes_only() throws Exception {
        assertThat(send("ada", "notes?title=key", "The spare key is under the blue pot."))
                .isEmpty();
        assertThat(send("ada", "notes?question=spare+key", null)).contains("blue pot");
        assertThat(send("bo", "notes?question=spare+key", null)).doesNotContain("blue pot");
        assertThat(send("bo", "q/health", null)).contains("UP");
    }

    private String send(String user, String path, String body) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Basic " + credentials);
        return HttpClient.newHttpClient()
                .send(
                        body == null
                                ? request.build()
                                : request.POST(BodyPublishers.ofString(body)).build(),
                        BodyHandlers.ofString())
                .body();
    }
}
