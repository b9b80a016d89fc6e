package io.memu4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.ConfigurationException;
import io.memu4j.retrieve.RetrieveMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MemorySettingsTest {
    @Test
    void nothing_set_leaves_database_models_and_copies_to_the_application() {
        MemorySettings settings = MemorySettings.from(key -> null);

        assertThat(settings.agent()).isEqualTo("default");
        assertThat(settings.database()).isNull();
        assertThat(settings.dataSource()).isNull();
        assertThat(settings.dataSourceMigrate()).isEqualTo(Migrate.NEVER);
        assertThat(settings.blobs()).isNull();
        assertThat(settings.llm()).isNull();
        assertThat(settings.memorize()).isEqualTo(MemorizeConfig.DEFAULT);
        assertThat(settings.retrieve()).isEqualTo(RetrieveConfig.DEFAULT);
    }

    @Test
    void every_setting_arrives() {
        Map<String, String> set = Map.ofEntries(
                Map.entry("memu.agent", "concierge"),
                Map.entry("memu.database.url", "jdbc:postgresql://db.internal/memory"),
                Map.entry("memu.database.user", "memu"),
                Map.entry("memu.database.password", " with blanks "),
                Map.entry("memu.database.migrate", "ON_OPEN"),
                Map.entry("memu.pool.size", "4"),
                Map.entry("memu.blobs.folder", "copies"),
                Map.entry("memu.llm.provider", "openai"),
                Map.entry("memu.llm.base-url", "http://localhost:8000/v1/"),
                Map.entry("memu.llm.api-key", "sk-1"),
                Map.entry("memu.llm.chat-model", "large"),
                Map.entry("memu.llm.vision-model", "eyes"),
                Map.entry("memu.llm.transcription-model", "ears"),
                Map.entry("memu.llm.embedding-model", "local"),
                Map.entry("memu.llm.timeout-seconds", "30"),
                Map.entry("memu.llm.max-concurrent-calls", "2"),
                Map.entry("memu.llm.context-tokens", "8192"),
                Map.entry("memu.memorize.max-source-bytes", "1000"),
                Map.entry("memu.memorize.summary-words", "50"),
                Map.entry("memu.memorize.fetch", "public-web"),
                Map.entry("memu.retrieve.top-k", "7"),
                Map.entry("memu.retrieve.method", "llm"),
                Map.entry("memu.retrieve.cache-bytes", "0"));
        Set<String> asked = new HashSet<>();

        MemorySettings settings = MemorySettings.from(key -> {
            asked.add(key);
            return set.get(key);
        });

        assertThat(settings.agent()).isEqualTo("concierge");
        assertThat(settings.database())
                .isEqualTo(DatabaseConfig.postgresql("jdbc:postgresql://db.internal/memory", "memu", " with blanks ")
                        .withMigrate(Migrate.ON_OPEN)
                        .withPoolSize(4));
        assertThat(settings.blobs()).isEqualTo(BlobConfig.folder(Path.of("copies")));
        assertThat(settings.llm())
                .isEqualTo(LlmConfig.openai()
                        .withBaseUrl("http://localhost:8000/v1")
                        .withApiKey("sk-1")
                        .withChatModel("large")
                        .withVisionModel("eyes")
                        .withTranscriptionModel("ears")
                        .withLocalEmbedding()
                        .withLimits(ModelLimits.DEFAULT
                                .withTimeout(Duration.ofSeconds(30))
                                .withMaxConcurrentCalls(2)
                                .withContextTokens(8192)));
        assertThat(settings.memorize())
                .isEqualTo(MemorizeConfig.DEFAULT
                        .withMaxSourceBytes(1000)
                        .withSummaryTargetWords(50)
                        .withFetch(ResourcePolicy.publicWeb()));
        assertThat(settings.retrieve())
                .isEqualTo(RetrieveConfig.DEFAULT
                        .withTopK(7)
                        .withMethod(RetrieveMethod.LLM)
                        .withCacheBytes(0));
        assertThat(MemorySettings.keys()).extracting(SettingKey::name).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void a_blank_value_is_an_absent_one() {
        assertThat(MemorySettings.from(key -> "  ").llm()).isNull();
    }

    @Test
    void copies_can_be_kept_nowhere() {
        assertThat(MemorySettings.from(Map.of("memu.blobs.folder", "none")::get).blobs())
                .isEqualTo(BlobConfig.none());
    }

    @Test
    void all_faults_are_named_by_key_and_no_secret_is_shown() {
        Map<String, String> set = Map.of(
                "memu.database.url", "jdbc:oracle:thin:scott/tiger@host",
                "memu.datasource", "java:app/memory",
                "memu.database.migrate", "sometimes",
                "memu.pool.size", "one",
                "memu.llm.api-key", "sk-secret",
                "memu.llm.timeout-seconds", "0",
                "memu.memorize.fetch", "everything",
                "memu.retrieve.top-k", "1001",
                "memu.retrieve.method", "best",
                "memu.blobs.folder", "a\0b");

        assertThatThrownBy(() -> MemorySettings.from(set::get))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "memu.database.url is not valid",
                        "memu.datasource and memu.database.url are both set: choose one",
                        "memu.database.migrate is 'sometimes': choose one of on-open, existing, never",
                        "memu.pool.size is 'one': write a whole number from 2",
                        "memu.llm.timeout-seconds is '0': write a whole number from 1",
                        "memu.memorize.fetch is 'everything': choose one of off, public-web",
                        "memu.retrieve.top-k is '1001': write a whole number from 1 to 1000",
                        "memu.retrieve.method is 'best': choose one of rag, llm",
                        "memu.blobs.folder is not valid: It cannot be read")
                .hasMessageNotContaining("tiger")
                .hasMessageNotContaining("sk-secret");
    }

    @Test
    void what_belongs_to_a_url_is_refused_without_one() {
        Map<String, String> set = Map.of("memu.database.password", "hush", "memu.pool.size", "3");

        assertThatThrownBy(() -> MemorySettings.from(set::get))
                .hasMessageContainingAll(
                        "memu.database.password is set without memu.database.url: set both, or none",
                        "memu.pool.size is set without memu.database.url")
                .hasMessageNotContaining("hush");
    }

    @Test
    void settings_show_no_secrets() {
        Map<String, String> set = Map.of(
                "memu.database.url", "jdbc:postgresql://db/memory?password=tiger",
                "memu.database.password", "hush",
                "memu.llm.base-url", "https://me:tiger@host/v1?key=tiger",
                "memu.llm.api-key", "sk-secret");

        assertThat(MemorySettings.from(set::get).toString()).doesNotContain("tiger", "hush", "sk-secret");
    }

    @Test
    void the_documentation_lists_every_key() throws IOException {
        assertThat(Files.readString(Path.of("../docs/configuration.md")))
                .contains(MemorySettings.keys().stream()
                        .map(key -> "| `" + key.name() + "` | "
                                + (key.standard() == null ? "" : "`" + key.standard() + "` ") + "| "
                                + key.description() + " |\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void every_key_says_in_one_sentence_what_it_sets() {
        assertThat(MemorySettings.keys()).allSatisfy(key -> {
            assertThat(key.name()).matches("memu(\\.[a-z]+(-[a-z]+)*)+");
            assertThat(key.description()).endsWith(".").hasSizeBetween(20, 140);
        });
        assertThat(MemorySettings.keys()).extracting(SettingKey::name).doesNotHaveDuplicates();
    }
}
