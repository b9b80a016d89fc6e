package io.memu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.config.MemorySettings;
import io.memu4j.config.SettingKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What editors show of the settings is what {@link MemorySettings} reads. */
class SettingsMetadataTest {
    private static final String FILE = "META-INF/spring-configuration-metadata.json";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void the_metadata_describe_every_setting() throws IOException {
        assertThat(file()).as("what %s must hold", FILE).isEqualTo(json.writeValueAsString(metadata()) + "\n");
    }

    private String file() throws IOException {
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(FILE)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ObjectNode metadata() {
        ObjectNode metadata = json.createObjectNode();
        ArrayNode properties = metadata.putArray("properties");
        ArrayNode hints = metadata.putArray("hints");
        for (SettingKey key : MemorySettings.keys()) {
            ObjectNode property = properties
                    .addObject()
                    .put("name", key.name())
                    .put("type", key.type().getName())
                    .put("description", key.description());
            if (key.standard() != null) {
                property.put("defaultValue", key.standard());
            }
            if (!key.values().isEmpty()) {
                ArrayNode values = hints.addObject().put("name", key.name()).putArray("values");
                key.values().forEach(value -> values.addObject().put("value", value));
            }
        }
        properties
                .addObject()
                .put("name", "management.health.memu.enabled")
                .put("type", "java.lang.Boolean")
                .put("description", "Whether the health of the application includes the memory.")
                .put("defaultValue", true);
        return metadata;
    }
}
