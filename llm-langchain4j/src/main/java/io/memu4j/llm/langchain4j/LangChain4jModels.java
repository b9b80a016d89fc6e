package io.memu4j.llm.langchain4j;

import dev.langchain4j.model.audio.AudioTranscriptionModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.memu4j.config.ModelLimits;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.Models;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The application's own LangChain4j models, as {@code MemoryServiceFactory.builder().llm(..)} takes them. The application made them and
 * closes them; closing the factory does not touch them. Failed calls are tried again here: switch a model's own retries off, or they
 * multiply.
 */
public final class LangChain4jModels {
    private static final String UNNAMED = "unknown";

    private LangChain4jModels() {}

    /**
     * That embedding model under the name it gives itself, with questions embedded as they are. No model call: the dimension is
     * that of the first vector.
     *
     * @throws ConfigurationException when the model has no name; see {@link #of(EmbeddingModel, String, String)}
     */
    public static Models of(EmbeddingModel embedding) {
        return builder().embedding(embedding).build();
    }

    /**
     * The same under a name of the application's choice. Vectors are stored under the name and the dimension: another name means other
     * vectors.
     *
     * @param name 1 to 200 characters
     * @param queryPrefix put before every question, as some models want it; may be empty
     */
    public static Models of(EmbeddingModel embedding, String name, String queryPrefix) {
        return builder().embedding(embedding, name, queryPrefix).build();
    }

    /** That chat model for every step asked in words, and that embedding model under the name it gives itself. */
    public static Models of(ChatModel chat, EmbeddingModel embedding) {
        return builder().chat(chat).embedding(embedding).build();
    }

    /** No models yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects models. One thread. */
    public static final class Builder {
        /** The steps that are asked in words. */
        private static final Set<ModelStep> CHATTING =
                Set.of(ModelStep.PREPROCESS, ModelStep.EXTRACT, ModelStep.SUMMARIZE, ModelStep.DECIDE, ModelStep.RANK);

        private final Map<ModelStep, ChatModel> chatModels = new EnumMap<>(ModelStep.class);
        private @Nullable ChatModel everyStep;
        private @Nullable ChatModel vision;
        private @Nullable AudioTranscriptionModel transcription;
        private String transcriptionName = "";
        private @Nullable EmbeddingModel embedding;
        private String embeddingName = "";
        private EmbeddingProfile embeddingProfile = EmbeddingProfile.ofApplication("", "");
        private ModelLimits limits = ModelLimits.DEFAULT;

        private Builder() {}

        /** For every step asked in words that has no model of its own. */
        public Builder chat(ChatModel model) {
            this.everyStep = model;
            return this;
        }

        /**
         * For one step.
         *
         * @throws ConfigurationException when that step is not asked in words alone
         */
        public Builder chat(ModelStep step, ChatModel model) {
            if (!CHATTING.contains(step)) {
                throw new ConfigurationException("The step " + step + " has no chat model of its own. Use vision(..),"
                        + " transcription(..) or embedding(..).");
            }
            chatModels.put(step, model);
            return this;
        }

        /** For pictures. */
        public Builder vision(ChatModel model) {
            this.vision = model;
            return this;
        }

        /**
         * For recordings.
         *
         * @param name for accounts; LangChain4j's transcription models do not tell theirs
         */
        public Builder transcription(AudioTranscriptionModel model, String name) {
            this.transcription = model;
            this.transcriptionName = name;
            return this;
        }

        /**
         * For vectors, under the name the model gives itself.
         *
         * @throws ConfigurationException when it has none
         */
        public Builder embedding(EmbeddingModel model) {
            String name = model.modelName();
            if (name == null || name.isBlank() || name.equals(UNNAMED)) {
                throw new ConfigurationException(
                        "The embedding model " + model.getClass().getName()
                                + " has no name, so its vectors could not be told from another model's. Pass a name:"
                                + " LangChain4jModels.of(model, name, queryPrefix).");
            }
            return embedding(model, name, "");
        }

        /**
         * For vectors.
         *
         * @param name 1 to 200 characters; vectors are stored under it
         * @param queryPrefix put before every question, as some models want it; may be empty
         */
        public Builder embedding(EmbeddingModel model, String name, String queryPrefix) {
            this.embedding = model;
            this.embeddingName = name;
            this.embeddingProfile = EmbeddingProfile.ofApplication(name, queryPrefix);
            return this;
        }

        /** How they are called; the time-out is the models' own business. */
        public Builder limits(ModelLimits choice) {
            this.limits = choice;
            return this;
        }

        /** @throws ConfigurationException when a limit is out of range */
        public Models build() {
            Attempts attempts = new Attempts(Limits.checked(limits));
            Parallel threads = new Parallel(limits.maxConcurrentCalls());
            Map<ModelStep, io.memu4j.spi.llm.ChatGenerator> byStep = new EnumMap<>(ModelStep.class);
            for (ModelStep step : CHATTING) {
                ChatModel model = chatModels.getOrDefault(step, everyStep);
                if (model != null) {
                    byStep.put(step, adapted("chat model", model, attempts));
                }
            }
            return new ModelSet(
                    byStep,
                    vision == null ? null : adapted("vision model", vision, attempts),
                    transcription == null
                            ? null
                            : new TranscriptionAdapter(
                                    transcription,
                                    Endpoint.ofApplication("transcription model", transcriptionName),
                                    attempts),
                    embedding == null
                            ? null
                            : new EmbeddingAdapter(
                                    embedding,
                                    Endpoint.ofApplication("embedding model", embeddingName),
                                    embeddingProfile.withTextTokens(limits.maxEmbeddedTokens()),
                                    attempts,
                                    threads),
                    threads);
        }

        private ChatAdapter adapted(String kind, ChatModel model, Attempts attempts) {
            String told = model.defaultRequestParameters().modelName();
            String name = told == null ? model.getClass().getSimpleName() : told;
            return new ChatAdapter(model, Endpoint.ofApplication(kind, name), ChatDialect.COMMON, limits, attempts);
        }
    }
}
