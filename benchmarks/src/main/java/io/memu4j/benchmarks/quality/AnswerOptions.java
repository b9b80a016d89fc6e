package io.memu4j.benchmarks.quality;

import io.memu4j.config.LlmConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@link AnswerQuality}.
 *
 * @param folders at least one
 * @param recorded where requests and answers are, or null to keep none
 * @param llm the model that answers, or null to take all answers from the recording
 * @param judge the name of the model that judges, or null for the one that answers
 * @param tokens the budget of the prompt block
 * @param every asks every n-th question
 * @param embeddings whether memory has an embedding model
 * @param corrected whether corrected answers and evidence are used where there are some
 */
record AnswerOptions(
        List<Path> folders,
        @Nullable Path recorded,
        @Nullable LlmConfig llm,
        @Nullable String judge,
        int tokens,
        int every,
        boolean embeddings,
        boolean corrected) {
    static final String USAGE = "usage: answers DIR... [--llm openai|ollama --chat-model NAME [--judge-model NAME]"
            + " [--base-url URL]] [--recorded FILE] [--tokens N] [--every N] [--no-embeddings] [--corrected]";

    private static final int TOKENS = 1_500;

    /** @throws IllegalArgumentException when the arguments are none of this program's; the message says what is wrong */
    static AnswerOptions of(String... args) {
        Parts parts = new Parts();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--llm" -> parts.provider = value(args, i++);
                case "--base-url" -> parts.baseUrl = value(args, i++);
                case "--chat-model" -> parts.chatModel = value(args, i++);
                case "--judge-model" -> parts.judge = value(args, i++);
                case "--recorded" -> parts.recorded = path(value(args, i++));
                case "--tokens" -> parts.tokens = number(args, i++, n -> n <= 99_999);
                case "--every" -> parts.every = number(args, i++, n -> n <= 1_000);
                case "--no-embeddings" -> parts.embeddings = false;
                case "--corrected" -> parts.corrected = true;
                default -> parts.folders.add(folder(args[i]));
            }
        }
        return parts.checked();
    }

    private static String value(String[] args, int option) {
        if (option + 1 == args.length || args[option + 1].isBlank()) {
            throw new IllegalArgumentException(args[option] + " needs a value.");
        }
        return args[option + 1];
    }

    private static int number(String[] args, int option, IntPredicate allowed) {
        String text = value(args, option);
        if (!text.matches("[1-9][0-9]{0,4}") || !allowed.test(Integer.parseInt(text))) {
            throw new IllegalArgumentException(args[option] + " is '" + text + "'. Expected a number from 1 on.");
        }
        return Integer.parseInt(text);
    }

    private static Path folder(String text) {
        if (text.startsWith("-")) {
            throw new IllegalArgumentException("There is no option " + text + ".");
        }
        return path(text);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is no path.", e);
        }
    }

    private static final class Parts {
        private final List<Path> folders = new ArrayList<>();
        private @Nullable String provider;
        private @Nullable String baseUrl;
        private @Nullable String chatModel;
        private @Nullable String judge;
        private @Nullable Path recorded;
        private int tokens = TOKENS;
        private int every = 1;
        private boolean embeddings = true;
        private boolean corrected;

        private AnswerOptions checked() {
            if (folders.isEmpty()) {
                throw new IllegalArgumentException("No folder of conversations is given.");
            }
            LlmConfig llm = llm();
            if (llm == null && recorded == null) {
                throw new IllegalArgumentException(
                        "Nothing can answer. Name a model (--llm and --chat-model) or recorded answers (--recorded).");
            }
            return new AnswerOptions(folders, recorded, llm, judge, tokens, every, embeddings, corrected);
        }

        private @Nullable LlmConfig llm() {
            if (provider == null) {
                if (baseUrl != null || chatModel != null || judge != null) {
                    throw new IllegalArgumentException(
                            "--base-url, --chat-model and --judge-model need --llm openai or --llm ollama.");
                }
                return null;
            }
            if (!provider.equals(LlmConfig.OPENAI) && !provider.equals(LlmConfig.OLLAMA)) {
                throw new IllegalArgumentException("--llm is '" + provider + "'. Expected openai or ollama.");
            }
            if (chatModel == null) {
                throw new IllegalArgumentException("--llm needs --chat-model, so that the figure names its model.");
            }
            LlmConfig llm = LlmConfig.of(provider).withChatModel(chatModel).withLocalEmbedding();
            return baseUrl == null ? llm : llm.withBaseUrl(baseUrl);
        }
    }
}
