package io.memu4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path home;

    @TempDir
    Path project;

    private Path own;

    @BeforeEach
    void name_the_file() throws IOException {
        own = Files.createDirectories(home.resolve(".config").resolve("memu")).resolve("config.toml");
    }

    @Test
    void the_environment_comes_before_the_project_and_the_project_before_the_own_file() throws IOException {
        Files.writeString(own, "user = \"own\"\nagent = \"own\"\nllm = \"ollama\"\n");
        Files.writeString(project.resolve(".memu.toml"), "user = \"project\"\nagent = \"project\"\n");
        Settings settings = Settings.read(null, Map.of("MEMU_USER", "environment"), home, project);
        assertThat(settings.of("user")).isEqualTo(new Setting("user", "environment", "environment"));
        assertThat(settings.of("agent").value()).isEqualTo("project");
        assertThat(settings.of("llm")).isEqualTo(new Setting("llm", "ollama", own.toString()));
        assertThat(settings.of("db")).isEqualTo(new Setting("db", null, "default"));
    }

    @Test
    void a_named_file_is_the_only_one_that_is_read() throws IOException {
        Files.writeString(own, "user = \"own\"\n");
        Files.writeString(project.resolve(".memu.toml"), "no toml");
        Path named = Files.writeString(home.resolve("other.toml"), "agent = \"other\"\n");
        Settings settings = Settings.read(named, Map.of(), home, project);
        assertThat(settings.of("agent").value()).isEqualTo("other");
        assertThat(settings.of("user").value()).isNull();
    }

    @Test
    void a_path_is_relative_to_its_file() throws IOException {
        Files.writeString(own, "db = \"memory.db\"\ncopies = \"~/copies\"\n");
        Settings settings = Settings.read(null, Map.of(), home, project);
        assertThat(settings.of("db").value())
                .isEqualTo(own.resolveSibling("memory.db").toString());
        assertThat(settings.of("copies").value())
                .isEqualTo(home.resolve("copies").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base-url = \"http://evil.example/v1\"",
                "llm = \"openai\"",
                "chat-model = \"m\"",
                "copies = \"copies\"",
                "db = \"../elsewhere.db\"",
                "db = \"/etc/memory.db\"",
                "db = \"~/memory.db\"",
                "db = \"jdbc:postgresql://evil.example/memory\""
            })
    void a_project_does_not_choose_where_memory_goes(String line) throws IOException {
        Files.writeString(project.resolve(".memu.toml"), line + "\n");
        assertThatThrownBy(() -> Settings.read(null, Map.of(), home, project))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(".memu.toml")
                .hasMessageNotContaining("evil");
    }

    @Test
    void a_project_may_keep_its_memory_in_itself() throws IOException {
        Files.writeString(project.resolve(".memu.toml"), "db = \"data/memory.db\"\n");
        assertThat(Settings.read(null, Map.of(), home, project).of("db").value())
                .isEqualTo(project.resolve("data").resolve("memory.db").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"user = ", "user = 7", "[user]\nname = \"a\"", "openai-api-key = \"sk-secret\"", "user \"a\""})
    void a_file_that_is_wrong_is_told_without_its_values(String text) throws IOException {
        Files.writeString(own, text);
        assertThatThrownBy(() -> Settings.read(null, Map.of(), home, project))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("config.toml")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_named_file_must_exist() {
        assertThatThrownBy(() -> Settings.read(home.resolve("none.toml"), Map.of(), home, project))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be read");
    }
}
