package io.memu4j.internal.understand.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.config.CategoryDefinition;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.llm.AnswerSchema;
import java.util.List;

/** The shape of an answer about a window, for models that can be held to one. */
final class ExtractionSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExtractionSchema() {}

    static AnswerSchema of(MemorizeConfig config) {
        ObjectNode item = object();
        property(item, "type")
                .put("type", "string")
                .set("enum", texts(config.types().stream().map(MemoryType::name).toList()));
        property(item, "content").put("type", "string");
        property(item, "happened_at").set("type", texts(List.of("string", "null")));
        ObjectNode categories =
                property(item, "categories").put("type", "array").putObject("items");
        categories.put("type", "string");
        if (!config.categories().isEmpty()) {
            categories.set(
                    "enum",
                    texts(config.categories().stream()
                            .map(CategoryDefinition::name)
                            .toList()));
        }
        property(item, "passages").put("type", "array").putObject("items").put("type", "integer");
        property(item, "replaces").put("type", "array").putObject("items").put("type", "integer");
        property(item, "ends").put("type", "array").putObject("items").put("type", "integer");
        property(item, "same_as").set("type", texts(List.of("integer", "null")));
        ObjectNode root = object();
        property(root, "caption").set("type", texts(List.of("string", "null")));
        property(root, "items").put("type", "array").set("items", item);
        return new AnswerSchema("notes", root.toString());
    }

    private static ObjectNode object() {
        ObjectNode object = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        object.putArray("required");
        object.putObject("properties");
        return object;
    }

    private static ObjectNode property(ObjectNode object, String name) {
        object.withArray("required").add(name);
        return object.withObject("properties").putObject(name);
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
