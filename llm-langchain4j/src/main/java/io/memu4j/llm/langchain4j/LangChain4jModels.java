package io.memu4j.llm.langchain4j;

import dev.langchain4j.model.audio.AudioTranscriptionModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.scoring.ScoringModel;
import io.memu4j.config.ModelLimits;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.Reranker;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adapts the application's own LangChain4j models for {@code MemoryServiceFactory.builder().llm(..)}. The application closes its models;
 * closing the factory does not. Failed calls are retried here. Switch the retries of the models off, or both multiply.
 */
public final class LangChain4jModels {
    private static final String UNNAMED = "unknown";

    private LangChain4jModels() {}

    /**
     * Adapts an embedding model under the name it gives itself. Questions are embedded without a prefix. Makes no call: the dimension is
     * that of the first vector.
     *
     * @param embedding the model
     * @return the models
     * @throws ConfigurationException if the model has no name; see {@link #of(EmbeddingModel, String, String)}
     */
    public static Models of(EmbeddingModel embedding) {
        return builder().embedding(embedding).build();
    }

    /**
     * Adapts an embedding model under a name that the application chooses. Vectors are stored under the name and the dimension: another
     * name means other vectors.
     *
     * @param embedding the model
     * @param name 1 to 200 characters
     * @param queryPrefix put before every question, if the model expects that; may be empty
     * @return the models
     */
    public static Models of(EmbeddingModel embedding, String name, String queryPrefix) {
        return builder().embedding(embedding, name, queryPrefix).build();
    }

    /**
     * Adapts a chat model for all steps, and an embedding model under the name it gives itself.
     *
     * @param chat the model for every step that is a chat
     * @param embedding the embedding model
     * @return the models
     * @throws ConfigurationException if the embedding model has no name
     */
    public static Models of(ChatModel chat, EmbeddingModel embedding) {
        return builder().chat(chat).embedding(embedding).build();
    }

    /**
     * Adapts a scoring model, such as a cross-encoder, for {@code MemoryServiceFactory.builder().reranker(..)}, beside whatever other models.
     * Its failures are retried as {@link ModelLimits#DEFAULT} says.
     *
     * @param scoring the model; the application closes it
     * @param name for reports, as LangChain4j's scoring models do not have one
     * @return the reranker
     */
    public static Reranker reranker(ScoringModel scoring, String name) {
        return reranker(scoring, name, ModelLimits.DEFAULT);
    }

    /**
     * Adapts a scoring model with other limits. Like {@link #reranker(ScoringModel, String)}.
     *
     * @param scoring the model; the application closes it
     * @param name for reports
     * @param limits retries, and calls at a time
     * @return the reranker
     * @throws ConfigurationException if a limit is out of range
     */
    public static Reranker reranker(ScoringModel scoring, String name, ModelLimits limits) {
        return new ScoringAdapter(
                scoring, Endpoint.ofApplication("scoring model", name), new Attempts(Limits.checked(limits)));
    }

    /** {@return a builder without models} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects models. Not thread-safe. */
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

        /**
         * Sets the chat model of all steps without a model of their own.
         *
         * @param model the model
         * @return this builder
         */
        public Builder chat(ChatModel model) {
            this.everyStep = model;
            return this;
        }

        /**
         * Sets the chat model of one step.
         *
         * @param step a step that is a chat
         * @param model the model
         * @return this builder
         * @throws ConfigurationException if the step is not a chat
         */
        public Builder chat(ModelStep step, ChatModel model) {
            if (!CHATTING.contains(step)) {
                throw new ConfigurationException("The step " + step + " has no chat model of its own. Use vision(..),"
                        + " transcription(..) or embedding(..).");
            }
            chatModels.put(step, model);
            return this;
        }

        /**
         * Sets the model that reads pictures.
         *
         * @param model the model
         * @return this builder
         */
        public Builder vision(ChatModel model) {
            this.vision = model;
            return this;
        }

        /**
         * Sets the model that transcribes recordings.
         *
         * @param model the model
         * @param name for reports, as LangChain4j's transcription models do not have one
         * @return this builder
         */
        public Builder transcription(AudioTranscriptionModel model, String name) {
            this.transcription = model;
            this.transcriptionName = name;
            return this;
        }

        /**
         * Sets the embedding model, under the name it gives itself.
         *
         * @param model the model
         * @return this builder
         * @throws ConfigurationException if it has no name
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
         * Sets the embedding model, under a name that the application chooses.
         *
         * @param model the model
         * @param name 1 to 200 characters; vectors are stored under it
         * @param queryPrefix put before every question, if the model expects that; may be empty
         * @return this builder
         */
        public Builder embedding(EmbeddingModel model, String name, String queryPrefix) {
            this.embedding = model;
            this.embeddingName = name;
            this.embeddingProfile = EmbeddingProfile.ofApplication(name, queryPrefix);
            return this;
        }

        /**
         * Sets retries and sizes of calls. The time-out is a setting of the models themselves.
         *
         * @param choice the limits
         * @return this builder
         */
        public Builder limits(ModelLimits choice) {
            this.limits = choice;
            return this;
        }

        /**
         * Makes the models. Makes no call.
         *
         * @return the models
         * @throws ConfigurationException if a limit is out of range
         */
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
