package io.memu4j.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void every_kind_of_value_is_read_back_as_it_was() throws Exception {
        String text = "quotes \" backslash \\ newline \n escape \u001b[2J late \u009b7m emoji 🙂 ünï";

        JsonNode read = new ObjectMapper()
                .readTree(Json.text(Json.object(
                        "text",
                        text,
                        "none",
                        null,
                        "yes",
                        true,
                        "count",
                        7,
                        "score",
                        0.5,
                        "at",
                        Instant.EPOCH,
                        "list",
                        List.of(1, 2),
                        "object",
                        Json.object("a", "b"))));

        assertThat(read.get("text").textValue()).isEqualTo(text);
        assertThat(Printable.of(Json.text(text)))
                .as("nothing is lost on the way to a screen")
                .isEqualTo(Json.text(text));
        assertThat(read.get("none").isNull()).isTrue();
        assertThat(read.get("yes").booleanValue()).isTrue();
        assertThat(read.get("count").intValue()).isEqualTo(7);
        assertThat(read.get("score").doubleValue()).isEqualTo(0.5);
        assertThat(read.get("at").textValue()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(read.get("list")).hasSize(2);
        assertThat(read.get("object").get("a").textValue()).isEqualTo("b");
        assertThat(read.fieldNames()).toIterable().startsWith("text", "none", "yes");
    }
}
