package io.memu4j.cli.option;

import io.memu4j.config.LlmConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that choose models. The key of a provider comes from the environment alone: arguments are seen by every process. */
final class ModelOptions {
    private static final String KEY = "OPENAI_API_KEY";

    @Option(
            names = "--llm",
            scope = ScopeType.INHERIT,
            paramLabel = "PROVIDER",
            description =
                    "Who understands: local (rules, no key, no network), openai (also every server of its protocol,"
                            + " see --base-url; the key is in OPENAI_API_KEY) or ollama (default: local).")
    private @Nullable String provider;

    @Option(
            names = "--base-url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The address of the provider, for example http://localhost:8000/v1.")
    private @Nullable String baseUrl;

    @Option(
            names = "--chat-model",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The chat model (default: the provider's usual one).")
    private @Nullable String chatModel;

    @Option(
            names = "--embedding-model",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The model that embeds texts; local = the one in this process (default: the provider's usual"
                    + " one).")
    private @Nullable String embeddingModel;

    @Option(
            names = "--vision-model",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The model that sees pictures.")
    private @Nullable String visionModel;

    @Option(
            names = "--transcription-model",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The model that hears recordings.")
    private @Nullable String transcriptionModel;

    /** Whether the provider on the command line puts the settings of another one aside. */
    private boolean alone;

    /**
     * The options with the settings for what the command line leaves out. A provider on the command line that is another one than that of
     * the settings puts their models and address aside: they are that provider's.
     */
    ModelOptions filled(Settings settings) {
        ModelOptions filled = new ModelOptions();
        String usual = settings.of("llm").value();
        filled.alone = provider != null && !provider.equals(usual);
        filled.provider = provider == null ? usual : provider;
        filled.baseUrl = filled.chosen("base-url", baseUrl, settings);
        filled.chatModel = filled.chosen("chat-model", chatModel, settings);
        filled.embeddingModel = filled.chosen("embedding-model", embeddingModel, settings);
        filled.visionModel = filled.chosen("vision-model", visionModel, settings);
        filled.transcriptionModel = filled.chosen("transcription-model", transcriptionModel, settings);
        return filled;
    }

    private @Nullable String chosen(String key, @Nullable String given, Settings settings) {
        return given != null || alone ? given : settings.of(key).value();
    }

    /** Whether the setting of a key is put aside. */
    boolean ignores(String key) {
        return alone && (key.equals("base-url") || key.endsWith("-model"));
    }

    /** What the command line says, or null. */
    @Nullable
    String given(String key) {
        return switch (key) {
            case "llm" -> provider;
            case "base-url" -> baseUrl;
            case "chat-model" -> chatModel;
            case "embedding-model" -> embeddingModel;
            case "vision-model" -> visionModel;
            case "transcription-model" -> transcriptionModel;
            default -> null;
        };
    }

    /** The embedding model on the command line, or null. */
    @Nullable
    String namedEmbeddingModel() {
        return embeddingModel;
    }

    /** @throws UsageException when the options do not go together */
    LlmConfig llm() {
        LlmConfig llm = provider();
        rejectNonsense(llm);
        if (baseUrl != null) {
            llm = llm.withBaseUrl(baseUrl);
        }
        if (chatModel != null) {
            llm = llm.withChatModel(chatModel);
        }
        if (visionModel != null) {
            llm = llm.withVisionModel(visionModel);
        }
        if (transcriptionModel != null) {
            llm = llm.withTranscriptionModel(transcriptionModel);
        }
        return withEmbedding(llm);
    }

    private LlmConfig provider() {
        if (provider == null) {
            return LlmConfig.local();
        }
        return switch (provider) {
            case LlmConfig.LOCAL -> LlmConfig.local();
            case LlmConfig.OPENAI -> LlmConfig.openai();
            case LlmConfig.OLLAMA -> LlmConfig.ollama();
            default -> throw new UsageException("--llm is '" + provider + "'. Expected local, openai or ollama.");
        };
    }

    private LlmConfig withEmbedding(LlmConfig llm) {
        if (embeddingModel == null) {
            return llm;
        }
        if (!embeddingModel.equals(LlmConfig.LOCAL)) {
            return llm.withEmbeddingModel(embeddingModel);
        }
        return llm.provider().equals(LlmConfig.LOCAL) ? llm : llm.withLocalEmbedding();
    }

    private void rejectNonsense(LlmConfig llm) {
        given().forEach((option, value) -> {
            if (value.isBlank()) {
                throw new UsageException(option + " is blank. Expected a name or an address.");
            }
            if (llm.provider().equals(LlmConfig.LOCAL)) {
                throw new UsageException(option + " needs --llm openai or --llm ollama.");
            }
        });
        if (baseUrl != null && !isWebAddress(baseUrl)) {
            throw new UsageException("--base-url is no http or https address without user and password, such as"
                    + " http://localhost:8000/v1.");
        }
        if (llm.provider().equals(LlmConfig.OLLAMA) && transcriptionModel != null) {
            throw new UsageException("--transcription-model needs --llm openai: Ollama has no transcription models.");
        }
        if (llm.provider().equals(LlmConfig.OPENAI)) {
            rejectIncompleteOpenAi();
        }
    }

    private void rejectIncompleteOpenAi() {
        String key = System.getenv(KEY);
        if (baseUrl == null && (key == null || key.isBlank())) {
            throw new UsageException("--llm openai needs a key: set the environment variable " + KEY + ".");
        }
        if (baseUrl != null && (chatModel == null || embeddingModel == null)) {
            throw new UsageException(
                    "--base-url with --llm openai needs --chat-model and --embedding-model (which may be"
                            + " local): a server of your own has no usual ones.");
        }
    }

    /** The options that need a provider. */
    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "--base-url", baseUrl);
        put(given, "--chat-model", chatModel);
        put(given, "--vision-model", visionModel);
        put(given, "--transcription-model", transcriptionModel);
        return given;
    }

    private static void put(Map<String, String> given, String option, @Nullable String value) {
        if (value != null) {
            given.put(option, value);
        }
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address.strip());
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
