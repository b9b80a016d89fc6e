package io.memu4j.config;

import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.ConfigurationException;
import io.memu4j.retrieve.RetrieveMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The choices of an application, read from text under names that begin with {@code memu.}: from system properties, a properties file,
 * MicroProfile Config, Spring's environment. All integrations read the same names. {@code MemoryServiceFactory.Builder.settings} takes
 * them. Immutable. {@link #toString} shows no secrets.
 *
 * <p>Settings that are absent or blank have their defaults. Names that are not among the {@link #keys} are never asked for.
 */
public final class MemorySettings {
    private final String agent;
    private final @Nullable String dataSource;
    private final @Nullable Migrate migrate;
    private final @Nullable DatabaseConfig database;
    private final @Nullable BlobConfig blobs;
    private final @Nullable LlmConfig llm;
    private final MemorizeConfig memorize;
    private final RetrieveConfig retrieve;

    private MemorySettings(SettingsReader reader) {
        this.agent = reader.text(SettingKeys.AGENT).orElse(String.valueOf(SettingKeys.AGENT.standard()));
        this.dataSource = reader.text(SettingKeys.DATA_SOURCE).orElse(null);
        this.migrate = reader.choice(SettingKeys.MIGRATE, Migrate.class).orElse(null);
        this.database = database(reader, migrate);
        this.blobs = reader.checked(SettingKeys.BLOBS, MemorySettings::blobs).orElse(null);
        this.llm = llm(reader);
        this.memorize = memorize(reader);
        this.retrieve = retrieve(reader);
    }

    /**
     * Reads the settings.
     *
     * @param lookup returns the text of a setting by its name, or null if it is absent; only called here
     * @return the settings
     * @throws ConfigurationException if values are wrong; the message names all of them by key, and shows no secrets
     */
    public static MemorySettings from(Function<String, @Nullable String> lookup) {
        SettingsReader reader = new SettingsReader(lookup);
        MemorySettings settings = new MemorySettings(reader);
        if (!reader.faults().isEmpty()) {
            throw new ConfigurationException(
                    "The settings of the memory are wrong: " + String.join("; ", reader.faults()) + ".");
        }
        return settings;
    }

    /** {@return all names that are read, in the order of the documentation; not modifiable} */
    public static List<SettingKey> keys() {
        return SettingKeys.ALL;
    }

    /** {@return the agent whose memory is meant where the application names none} */
    public String agent() {
        return agent;
    }

    /** {@return the database, or null if no setting names one: it is a data source of the application then, or the heap} */
    public @Nullable DatabaseConfig database() {
        return database;
    }

    /** {@return the name of the data source of the application that holds the memory, or null} */
    public @Nullable String dataSource() {
        return dataSource;
    }

    /** {@return who migrates a data source of the application} */
    public Migrate dataSourceMigrate() {
        return migrate == null ? Migrate.NEVER : migrate;
    }

    /** {@return where copies of sources are kept, or null if no setting says so} */
    public @Nullable BlobConfig blobs() {
        return blobs;
    }

    /** {@return the models, or null if no setting names any: they are models of the application then, or the default} */
    public @Nullable LlmConfig llm() {
        return llm;
    }

    /** {@return how sources are memorized} */
    public MemorizeConfig memorize() {
        return memorize;
    }

    /** {@return how memory is searched} */
    public RetrieveConfig retrieve() {
        return retrieve;
    }

    @Override
    public String toString() {
        return "MemorySettings[agent " + agent + ", data source " + dataSource + ", " + database + ", " + blobs + ", "
                + llm + ", " + memorize + ", " + retrieve + "]";
    }

    private static @Nullable DatabaseConfig database(SettingsReader reader, @Nullable Migrate migrate) {
        if (!reader.isSet(SettingKeys.URL)) {
            for (SettingKey key : List.of(SettingKeys.USER, SettingKeys.PASSWORD, SettingKeys.POOL_SIZE)) {
                if (reader.isSet(key)) {
                    reader.fault(key, "is set without " + SettingKeys.URL.name() + ": set both, or none");
                }
            }
            return null;
        }
        if (reader.isSet(SettingKeys.DATA_SOURCE)) {
            reader.fault(SettingKeys.DATA_SOURCE, "and " + SettingKeys.URL.name() + " are both set: choose one");
        }
        DatabaseConfig config =
                reader.checked(SettingKeys.URL, DatabaseConfig::jdbc).orElse(null);
        int poolSize = reader.number(
                        SettingKeys.POOL_SIZE, DatabaseConfig.LEAST_POOL_SIZE, Integer.MAX_VALUE, size -> (int) size)
                .orElse(DatabaseConfig.DEFAULT_POOL_SIZE);
        if (config == null) {
            return null;
        }
        DatabaseConfig pooled = config.withPoolSize(poolSize)
                .withCredentials(
                        reader.text(SettingKeys.USER).orElse(null),
                        reader.verbatim(SettingKeys.PASSWORD).orElse(null));
        return migrate == null ? pooled : pooled.withMigrate(migrate);
    }

    private static BlobConfig blobs(String folder) {
        return folder.toLowerCase(Locale.ROOT).equals("none") ? BlobConfig.none() : BlobConfig.folder(Path.of(folder));
    }

    private static @Nullable LlmConfig llm(SettingsReader reader) {
        if (SettingKeys.ALL.stream()
                .filter(key -> key.name().startsWith("memu.llm."))
                .noneMatch(reader::isSet)) {
            return null;
        }
        LlmConfig config = LlmConfig.of(reader.text(SettingKeys.PROVIDER).orElse(LlmConfig.LOCAL));
        config = reader.text(SettingKeys.BASE_URL).map(config::withBaseUrl).orElse(config);
        config = reader.text(SettingKeys.API_KEY).map(config::withApiKey).orElse(config);
        config = reader.text(SettingKeys.CHAT_MODEL).map(config::withChatModel).orElse(config);
        config = reader.text(SettingKeys.VISION_MODEL)
                .map(config::withVisionModel)
                .orElse(config);
        config = reader.text(SettingKeys.TRANSCRIPTION_MODEL)
                .map(config::withTranscriptionModel)
                .orElse(config);
        String embedding = reader.text(SettingKeys.EMBEDDING_MODEL).orElse(null);
        if (embedding != null) {
            config = embedding.equals(LlmConfig.LOCAL)
                    ? config.withLocalEmbedding()
                    : config.withEmbeddingModel(embedding);
        }
        return config.withLimits(limits(reader));
    }

    private static ModelLimits limits(SettingsReader reader) {
        ModelLimits limits = ModelLimits.DEFAULT;
        int most = Integer.MAX_VALUE;
        limits = reader.number(SettingKeys.TIMEOUT, 1, most, Duration::ofSeconds)
                .map(limits::withTimeout)
                .orElse(limits);
        limits = reader.number(SettingKeys.CONCURRENT_CALLS, 1, most, calls -> (int) calls)
                .map(limits::withMaxConcurrentCalls)
                .orElse(limits);
        return reader.number(SettingKeys.CONTEXT_TOKENS, 1, most, tokens -> (int) tokens)
                .map(limits::withContextTokens)
                .orElse(limits);
    }

    private static MemorizeConfig memorize(SettingsReader reader) {
        MemorizeConfig config = MemorizeConfig.DEFAULT;
        config = reader.number(SettingKeys.MAX_SOURCE_BYTES, 1, Long.MAX_VALUE, bytes -> bytes)
                .map(config::withMaxSourceBytes)
                .orElse(config);
        config = reader.number(SettingKeys.SUMMARY_WORDS, 10, Integer.MAX_VALUE, words -> (int) words)
                .map(config::withSummaryTargetWords)
                .orElse(config);
        boolean fetch =
                reader.listed(SettingKeys.FETCH).map("public-web"::equals).orElse(false);
        return fetch ? config.withFetch(ResourcePolicy.publicWeb()) : config;
    }

    private static RetrieveConfig retrieve(SettingsReader reader) {
        RetrieveConfig config = RetrieveConfig.DEFAULT;
        config = reader.number(SettingKeys.TOP_K, 1, 1_000, rows -> (int) rows)
                .map(config::withTopK)
                .orElse(config);
        config = reader.number(SettingKeys.CACHE_BYTES, 0, Long.MAX_VALUE, bytes -> bytes)
                .map(config::withCacheBytes)
                .orElse(config);
        return reader.choice(SettingKeys.METHOD, RetrieveMethod.class)
                .map(config::withMethod)
                .orElse(config);
    }
}
