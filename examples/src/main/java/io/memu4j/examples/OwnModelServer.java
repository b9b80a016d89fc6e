package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.CallBudget;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.ModelLimits;
import io.memu4j.config.StepModels;
import io.memu4j.error.BudgetExceededException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.ModelCall;
import io.memu4j.retrieve.RetrieveResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Memory with the models of a server that speaks OpenAI's protocol, such as vLLM or LM Studio. The arguments are its address, a chat model,
 * an embedding model and, optionally, a folder; the key, if it wants one, is in {@code OPENAI_API_KEY}.
 */
public final class OwnModelServer {
    private OwnModelServer() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("Usage: OwnModelServer URL CHAT-MODEL EMBEDDING-MODEL [FOLDER]");
            System.exit(2);
        }
        String[] folder = args.length < 4 ? new String[0] : new String[] {args[3]};
        run(models(args[0], args[1], args[2]), Example.folder(folder), System.out);
    }

    static LlmConfig models(String url, String chatModel, String embeddingModel) {
        // region own-model-server
        LlmConfig models = LlmConfig.openai()
                .withBaseUrl(url) // for example http://localhost:8000/v1
                .withChatModel(chatModel)
                .withEmbeddingModel(embeddingModel) // or withLocalEmbedding()
                .withLimits(ModelLimits.DEFAULT
                        .withTimeout(Duration.ofMinutes(5))
                        .withMaxRetries(5)
                        .withMaxConcurrentCalls(2)
                        .withContextTokens(32_768));
        // endregion
        return models;
    }

    static LlmConfig providers(String key) {
        // region providers
        LlmConfig openai = LlmConfig.openai(); // the key is in OPENAI_API_KEY
        LlmConfig withKey = LlmConfig.openai()
                .withApiKey(key) // from wherever the application keeps it
                .withChatModel("gpt-4o")
                .withStepModels(StepModels.SAME.withDecide("gpt-4o-mini").withRank("gpt-4o-mini"));
        LlmConfig ollama = LlmConfig.ollama()
                .withChatModel("llama3.1")
                .withVisionModel("llava")
                .withLocalEmbedding(); // texts are embedded in this process
        // endregion
        return key.isEmpty() ? openai : key.equals("ollama") ? ollama : withKey;
    }

    static RetrieveResult run(LlmConfig models, Path folder, PrintStream out) {
        // region model-calls
        Queue<ModelCall> calls = new ConcurrentLinkedQueue<>();
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .llm(models)
                .modelCalls(calls::add) // receives every call: step, model, tokens, time, retries, outcome
                .build()) {
            MemoryService memory = memu.service("alice", "assistant");
            MemorizeResult memorized = memory.memorize(
                    MemorizeRequest.text("notes", "My bicycle is in the cellar.\n\nMy sister's name is Marta."));
            out.println("It took " + memorized.calls().calls() + " chat calls and "
                    + memorized.calls().embeddingCalls() + " embedding calls.");
            RetrieveResult found = memory.retrieve("Where is the bicycle?");
            out.println(found.passages().get(0).value().text());
            calls.forEach(call -> out.println(call.step() + " " + call.model() + " " + call.outcome()));
            return found;
        }
        // endregion
    }

    static boolean affordable(MemoryService memory, MemorizeRequest request) {
        // region budget
        try {
            memory.memorize(request.withBudget(CallBudget.calls(20)));
            return true;
        } catch (BudgetExceededException e) {
            return false; // it would take more; nothing was called and nothing was stored
        }
        // endregion
    }
}
