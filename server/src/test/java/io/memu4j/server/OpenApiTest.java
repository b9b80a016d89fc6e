package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.server.api.Problem;
import io.memu4j.server.api.job.JobView;
import io.memu4j.server.api.rest.MemuApi;
import io.memu4j.server.api.view.ItemView;
import io.memu4j.server.api.view.MemorizeAnswer;
import io.memu4j.server.api.view.ProbeView;
import io.memu4j.server.api.view.UploadInput;
import io.memu4j.server.http.SessionResource;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.ws.rs.Path;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The description of the interface is a file that is read in reviews; it is written anew with -Dmemu.openapi.write=true. */
class OpenApiTest {
    private static final java.nio.file.Path FILE = java.nio.file.Path.of("..", "docs", "openapi.yaml");

    @Test
    void the_committed_description_is_that_of_the_resources() throws Exception {
        String described = described();
        if (Boolean.getBoolean("memu.openapi.write")) {
            Files.writeString(FILE, described);
        }
        assertThat(Files.readString(FILE)).isEqualTo(described);
        assertThat(described)
                .contains("/v1/agents/{agent}/items/{id}")
                .contains("bearer")
                .contains("happened_at")
                .doesNotContain("io.memu4j", "happenedAt", "wadl");
    }

    private static String described() throws Exception {
        JsonMapper names = Json.mapper() instanceof JsonMapper mapper
                ? mapper.rebuild()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build()
                : JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build();
        ModelConverters.getInstance().addConverter(new ModelResolver(names));
        OpenAPI api = new OpenAPI()
                .info(new Info()
                        .title("memu4j")
                        .version("v1")
                        .description("Long-term memory for AI agents. The user comes from the credential."));
        Reader reader = new Reader(api);
        OpenAPI read = reader.read(resources());
        List.of(
                        ItemView.class,
                        MemorizeAnswer.class,
                        JobView.class,
                        Problem.class,
                        UploadInput.class,
                        SessionResource.SessionView.class,
                        ProbeView.class)
                .forEach(type -> ModelConverters.getInstance().readAll(type).forEach(read.getComponents()::addSchemas));
        read.getComponents()
                .addSecuritySchemes(
                        "key",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        read.addSecurityItem(new SecurityRequirement().addList("key"));
        Paths sorted = new Paths();
        new TreeMap<>(read.getPaths()).forEach(sorted::addPathItem);
        sorted.forEach((path, item) ->
                item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
        read.setPaths(sorted);
        read.getComponents().getSchemas().keySet().removeAll(List.of("EntityPart", "MultivaluedMapStringString"));
        read.getComponents().setSchemas(new TreeMap<>(read.getComponents().getSchemas()));
        return Yaml.pretty(read);
    }

    /** What the signatures do not say: names, the bodies of responses with headers, refusals. */
    private static void complete(String path, HttpMethod method, Operation operation) {
        operation.setOperationId((method.name().toLowerCase(Locale.ROOT) + path.replaceAll("/v1|/agents/\\{agent}", ""))
                .replaceAll("[^a-z]+", "_")
                .replaceAll("^delete$", "delete_memory")
                .replaceAll("_$", ""));
        ApiResponse done = operation.getResponses().remove("default");
        String schema = schemaOf(path, method);
        if (schema != null) {
            done.setContent(json(schema));
        }
        boolean empty = method == HttpMethod.DELETE && path.matches(".*/(items|resources)/\\{id}|/v1/session");
        operation.getResponses().addApiResponse(empty ? "204" : "200", done.description("Done."));
        if (path.endsWith("/memorize")) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "202",
                            new ApiResponse()
                                    .description("Taken on, with Prefer: respond-async.")
                                    .content(json("JobView")));
            operation
                    .getRequestBody()
                    .getContent()
                    .computeIfPresent("multipart/form-data", (type, old) -> new MediaType()
                            .schema(new Schema<>()
                                    .type("object")
                                    .addProperty(
                                            "file",
                                            new Schema<>().type("string").format("binary"))
                                    .addProperty("about", new Schema<>().$ref("#/components/schemas/UploadInput"))));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Refused.")
                                .content(new Content()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    private static @Nullable String schemaOf(String path, HttpMethod method) {
        if (path.endsWith("/memorize")) {
            return "MemorizeAnswer";
        }
        boolean added = path.endsWith("/items") && method == HttpMethod.POST;
        boolean one = path.matches(".*/items/\\{id}(/close|/reopen)?") && method != HttpMethod.DELETE;
        if (added || one) {
            return "ItemView";
        }
        if (path.equals("/v1/session") && method == HttpMethod.POST) {
            return "SessionView";
        }
        return path.equals("/readyz") ? "ProbeView" : null;
    }

    private static Content json(String schema) {
        return new Content()
                .addMediaType(
                        "application/json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }

    private static Set<Class<?>> resources() {
        try (MemoryServiceFactory memories = MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(LlmConfig.none())
                .build()) {
            Set<Class<?>> all = new LinkedHashSet<>();
            for (Object component : new MemuApi(memories, Runnable::run).components()) {
                if (component.getClass().isAnnotationPresent(Path.class)) {
                    all.add(component.getClass());
                }
            }
            all.add(SessionResource.class);
            return all;
        }
    }
}
