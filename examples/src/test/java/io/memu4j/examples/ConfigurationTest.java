package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.CategoryDefinition;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.llm.langchain4j.LangChain4jModels;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/configuration.md run, and the defaults it names are those of the code. */
class ConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void databases_are_chosen_by_kind_or_url() {
        String password = "secret";
        // region config-database
        DatabaseConfig sqlite = DatabaseConfig.sqlite(folder.resolve("memu.db"));
        DatabaseConfig h2 = DatabaseConfig.h2(folder.resolve("memory"));
        DatabaseConfig forTests = DatabaseConfig.h2InMemory();
        DatabaseConfig postgresql = DatabaseConfig.postgresql("jdbc:postgresql://db.internal/memory", "memu", password);
        DatabaseConfig byUrl =
                DatabaseConfig.jdbc("jdbc:sqlite:" + folder.resolve("memu.db")).withMigrate(Migrate.NEVER);
        // endregion
        assertThat(List.of(sqlite.migrate(), h2.migrate(), forTests.migrate())).containsOnly(Migrate.ON_OPEN);
        assertThat(List.of(postgresql.migrate(), byUrl.migrate())).containsOnly(Migrate.NEVER);
        assertThat(byUrl.file()).isEqualTo(sqlite.file());
        assertThat(postgresql.toString()).doesNotContain(password);
    }

    @Test
    void memorizing_and_retrieving_are_configured_per_factory() {
        // region config-memorize
        MemorizeConfig memorize = MemorizeConfig.DEFAULT
                .withCategories(List.of(
                        new CategoryDefinition("garden", "Plants, beds, sowing and harvest"),
                        new CategoryDefinition("kitchen", "Recipes, cooking and preserving food")))
                .withSummaryTargetWords(200)
                .withFetch(ResourcePolicy.publicWeb().withHosts("example.org"));
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .blobs(BlobConfig.folder(folder.resolve("copies")))
                .memorize(memorize)
                .retrieve(RetrieveConfig.DEFAULT.withTopK(10))
                .build()) {
            use(memu.service("alice", "assistant"));
        }
        // endregion
    }

    @Test
    void an_embedding_model_of_the_application_is_used() {
        // region config-own-model
        EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel(); // or any other of LangChain4j
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .llm(LangChain4jModels.of(model, "bge-small-en-v1.5-q", ""))
                .build()) {
            use(memu);
        }
        // endregion
    }

    @Test
    void an_operator_asks_for_a_sign_of_life() {
        StringBuilder alarms = new StringBuilder();
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .build()) {
            // region health
            MemoryAdmin.Health health = memu.admin().health(); // never throws
            if (!health.isUp()) {
                alarms.append(health.store().problem());
            }
            // endregion
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void the_defaults_in_the_document_are_those_of_the_code() {
        MemorizeConfig memorize = MemorizeConfig.DEFAULT;
        String types = memorize.types().stream().map(MemoryType::name).collect(Collectors.joining(", "));
        String categories =
                memorize.categories().stream().map(CategoryDefinition::name).collect(Collectors.joining(", "));
        assertThat(Repository.read(Repository.ROOT.resolve("docs/configuration.md"))
                        .replaceAll("\\s+", " "))
                .contains("The default categories are " + categories + ".")
                .contains(
                        row("maxSourceBytes", (memorize.maxSourceBytes() >> 20) + " MiB"),
                        row("types", types),
                        row("categoryThreshold", String.format(Locale.ROOT, "%.2f", memorize.categoryThreshold())),
                        row("summaryTargetWords", memorize.summaryTargetWords() + " words"),
                        row("fetch", "off"),
                        row("topK", String.valueOf(RetrieveConfig.DEFAULT.topK())),
                        row("cacheBytes", "a quarter of the heap"));
        assertThat(memorize.fetch().schemes()).isEmpty();
        assertThat(RetrieveConfig.DEFAULT.cacheBytes())
                .isEqualTo(Runtime.getRuntime().maxMemory() / 4);
    }

    private static void use(MemoryService memory) {
        memory.memorize(MemorizeRequest.text("notes", "I sowed carrots and peas in the garden bed in March."));
        assertThat(memory.categories().list()).extracting(Category::name).isSubsetOf("garden", "kitchen");
        assertThat(memory.retrieve("carrots").passages()).hasSize(1);
    }

    private static void use(MemoryServiceFactory memu) {
        assertThat(memu.admin().health().embeddingModel()).isEqualTo("bge-small-en-v1.5-q");
        memu.service("alice", "assistant").memorize(MemorizeRequest.text("notes", "I sowed carrots in March."));
        assertThat(memu.admin().health().space()).isNotNull().satisfies(space -> assertThat(space.key())
                .isEqualTo("bge-small-en-v1.5-q/384"));
    }

    private static String row(String option, String value) {
        return "| `" + option + "` | " + value + " |";
    }
}
