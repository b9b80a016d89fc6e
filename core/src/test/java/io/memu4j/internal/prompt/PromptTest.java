package io.memu4j.internal.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptTest {
    private static final Prompt PROMPT = Prompt.parse(
            "greeting",
            """
            version: 3
            === system
            Be kind to {{name}}.

            === user
            {{name}} says {{text}}: {"a": {}}
            """);

    @Test
    void sections_are_rendered_and_the_version_names_the_prompt() {
        assertThat(PROMPT.version()).isEqualTo("greeting/3");
        assertThat(PROMPT.render("system", Map.of("name", "Ana"))).isEqualTo("Be kind to Ana.");
    }

    @Test
    void braces_and_dollars_reach_the_model_as_written() {
        assertThat(PROMPT.render("user", Map.of("name", "$1 \\d", "text", "{x} {{y}} ${z}")))
                .isEqualTo("$1 \\d says {x} {{y}} ${z}: {\"a\": {}}");
    }

    @Test
    void a_text_that_contains_a_placeholder_name_stays_text() {
        assertThat(PROMPT.render("user", Map.of("name", "{{text}}", "text", "{{name}}")))
                .startsWith("{{text}} says {{name}}:");
    }

    @Test
    void a_missing_value_an_unknown_value_and_an_unknown_section_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROMPT.render("user", Map.of("name", "Ana")))
                .withMessageContaining("text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROMPT.render("system", Map.of("name", "Ana", "title", "x")))
                .withMessageContaining("title");
        assertThatIllegalArgumentException().isThrownBy(() -> PROMPT.section("other"));
    }

    @Test
    void a_prompt_without_a_version_is_refused() {
        assertThatIllegalStateException().isThrownBy(() -> Prompt.parse("x", "=== system\nHello"));
        assertThatIllegalStateException().isThrownBy(() -> Prompt.load("there-is-none"));
    }
}
