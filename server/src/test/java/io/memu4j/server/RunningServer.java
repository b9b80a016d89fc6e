package io.memu4j.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.server.api.ApiExtension;
import io.memu4j.server.api.Permission;
import io.memu4j.server.credential.ApiKeys;
import io.memu4j.server.credential.KeyTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A server on a free port, with keys of two users and an operator, and requests to it. */
final class RunningServer implements AutoCloseable {
    static final Set<Permission> ALL = Set.of(Permission.READ, Permission.WRITE, Permission.DELETE);
    static final ObjectMapper JSON = new ObjectMapper();

    final MemoryServiceFactory memories;
    final ApiKeys keys;
    final MemuServer server;
    final String ana;
    final String bo;
    final String operator;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(30))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    RunningServer(Path folder) {
        this(folder, server -> server);
    }

    RunningServer(Path folder, UnaryOperator<MemuServer.Builder> choices) {
        this(folder, (memories, builder) -> choices.apply(builder));
    }

    static RunningServer withExtension(Path folder, Function<MemoryServiceFactory, ApiExtension> extension) {
        return new RunningServer(folder, (memories, builder) -> builder.with(extension.apply(memories)));
    }

    private RunningServer(
            Path folder, BiFunction<MemoryServiceFactory, MemuServer.Builder, MemuServer.Builder> choices) {
        memories = MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(LlmConfig.none())
                .build();
        keys = new ApiKeys(new KeyTable("jdbc:sqlite:" + folder.resolve("keys.db"), null, null), Clock.systemUTC());
        ana = keys.create("ana", Set.of("assistant", "coach"), ALL, null).key();
        bo = keys.create("bo", Set.of("assistant"), ALL, null).key();
        operator = keys.create(null, Set.of(), Set.of(Permission.ADMIN), null).key();
        server = choices.apply(
                        memories,
                        MemuServer.builder(memories).bind("127.0.0.1", 0).keys(keys))
                .start();
    }

    URI at(String path) {
        return URI.create(server.address() + path);
    }

    HttpRequest.Builder request(@Nullable String key, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(2));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    Answer get(@Nullable String key, String path) {
        return send(request(key, path).GET());
    }

    Answer post(@Nullable String key, String path, String body) {
        return send(json(key, path).POST(BodyPublishers.ofString(body)));
    }

    Answer delete(@Nullable String key, String path) {
        return send(request(key, path).DELETE());
    }

    HttpRequest.Builder json(@Nullable String key, String path) {
        return request(key, path).header("Content-Type", "application/json");
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        memories.close();
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(text());
            } catch (IOException e) {
                throw new UncheckedIOException("no JSON: " + text(), e);
            }
        }

        String at(String pointer) {
            return json().at(pointer).asText();
        }
    }
}
