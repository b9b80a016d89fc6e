package io.memu4j.config;

import static io.memu4j.config.SettingKey.choice;
import static io.memu4j.config.SettingKey.integer;
import static io.memu4j.config.SettingKey.secret;
import static io.memu4j.config.SettingKey.size;
import static io.memu4j.config.SettingKey.text;

import java.util.List;

/** The names of all settings, in the order of the documentation. */
final class SettingKeys {
    static final SettingKey AGENT =
            text("memu.agent", "default", "The agent whose memory is meant where the application names none.");
    static final SettingKey DATA_SOURCE = text(
            "memu.datasource",
            null,
            "The data source of the application that holds the memory, by JNDI name or bean name.");
    static final SettingKey URL = secret(
            "memu.database.url",
            "The JDBC URL of SQLite, H2 or PostgreSQL, where no data source is used.");
    static final SettingKey USER = text("memu.database.user", null, "The user of the database.");
    static final SettingKey PASSWORD = secret("memu.database.password", "The password of the user of the database.");
    static final SettingKey MIGRATE = choice(
            "memu.database.migrate",
            null,
            List.of("on-open", "existing", "never"),
            "When the schema is migrated; default on-open for SQLite and H2 URLs, otherwise never.");
    static final SettingKey POOL_SIZE = integer(
            "memu.pool.size",
            DatabaseConfig.DEFAULT_POOL_SIZE,
            "The most connections at a time to the database of memu.database.url.");
    static final SettingKey BLOBS = text(
            "memu.blobs.folder",
            null,
            "The folder for copies of raw sources, or none; by default a folder beside the database.");
    static final SettingKey PROVIDER = text(
            "memu.llm.provider",
            LlmConfig.LOCAL,
            "The provider of models: local, none, openai, ollama or another one.");
    static final SettingKey BASE_URL =
            secret("memu.llm.base-url", "The address of the model server, if it is not the provider's own.");
    static final SettingKey API_KEY =
            secret("memu.llm.api-key", "The key for the provider; for openai by default the variable OPENAI_API_KEY.");
    static final SettingKey CHAT_MODEL = text("memu.llm.chat-model", null, "The chat model, by the provider's name.");
    static final SettingKey VISION_MODEL =
            text("memu.llm.vision-model", null, "The model that reads pictures, by the provider's name.");
    static final SettingKey TRANSCRIPTION_MODEL = text(
            "memu.llm.transcription-model", null, "The model that transcribes recordings, by the provider's name.");
    static final SettingKey EMBEDDING_MODEL = text(
            "memu.llm.embedding-model",
            null,
            "The embedding model, by the provider's name, or local for the one in the process.");
    static final SettingKey TIMEOUT = integer(
            "memu.llm.timeout-seconds",
            (int) ModelLimits.DEFAULT.timeout().toSeconds(),
            "The longest time of one attempt to call a model, in seconds.");
    static final SettingKey CONCURRENT_CALLS = integer(
            "memu.llm.max-concurrent-calls",
            ModelLimits.DEFAULT.maxConcurrentCalls(),
            "The most model calls at the same time; further calls wait.");
    static final SettingKey CONTEXT_TOKENS = integer(
            "memu.llm.context-tokens",
            ModelLimits.DEFAULT.contextTokens(),
            "The context of the chat model, in tokens of a request and its answer together.");
    static final SettingKey MAX_SOURCE_BYTES = size(
            "memu.memorize.max-source-bytes",
            MemorizeConfig.DEFAULT.maxSourceBytes(),
            "The size of the largest source that is accepted, in bytes.");
    static final SettingKey SUMMARY_WORDS = integer(
            "memu.memorize.summary-words",
            MemorizeConfig.DEFAULT.summaryTargetWords(),
            "The length that a summary of a category should not exceed, in words.");
    static final SettingKey FETCH = choice(
            "memu.memorize.fetch",
            "off",
            List.of("off", "public-web"),
            "Whether sources may be fetched from public addresses of the web.");
    static final SettingKey TOP_K = integer(
            "memu.retrieve.top-k", RetrieveConfig.DEFAULT.topK(), "The rows per list of a result, from 1 to 1000.");
    static final SettingKey METHOD = choice(
            "memu.retrieve.method",
            "rag",
            List.of("rag", "llm"),
            "Who ranks: the search alone (rag), or a chat model after it (llm).");
    static final SettingKey CACHE_BYTES = size(
            "memu.retrieve.cache-bytes",
            null,
            "Bytes of heap for the search indexes; by default a quarter of the heap.");

    static final List<SettingKey> ALL = List.of(
            AGENT,
            DATA_SOURCE,
            URL,
            USER,
            PASSWORD,
            MIGRATE,
            POOL_SIZE,
            BLOBS,
            PROVIDER,
            BASE_URL,
            API_KEY,
            CHAT_MODEL,
            VISION_MODEL,
            TRANSCRIPTION_MODEL,
            EMBEDDING_MODEL,
            TIMEOUT,
            CONCURRENT_CALLS,
            CONTEXT_TOKENS,
            MAX_SOURCE_BYTES,
            SUMMARY_WORDS,
            FETCH,
            TOP_K,
            METHOD,
            CACHE_BYTES);

    private SettingKeys() {}
}
