package io.memu4j.micrometer;

import io.memu4j.model.ModelStep;
import io.memu4j.observe.MemoryOperation;

/** Names of OpenTelemetry's conventions for generative AI (state: development), and which of them our operations have. */
final class GenAi {
    static final String DURATION = "gen_ai.client.operation.duration";
    static final String TOKENS = "gen_ai.client.token.usage";

    static final String OPERATION = "gen_ai.operation.name";
    static final String MODEL = "gen_ai.request.model";
    static final String STORE = "gen_ai.memory.store.id";
    static final String RECORDS = "gen_ai.memory.record.count";
    static final String INPUT_TOKENS = "gen_ai.usage.input_tokens";
    static final String OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
    static final String TOKEN_TYPE = "gen_ai.token.type";
    static final String ERROR = "error.type";

    /** Not of the conventions: what we do, in our words. */
    static final String STEP = "memu4j.step";

    /** The bounds that the conventions ask for: powers of 4. */
    static final double[] TOKEN_BOUNDS = bounds();

    private static final int LAST_BOUND = 13;

    private GenAi() {}

    static String operation(MemoryOperation.Kind kind) {
        return switch (kind) {
            case MEMORIZE -> "upsert_memory";
            case RETRIEVE -> "search_memory";
            case CREATE_ITEM -> "create_memory";
            case UPDATE_ITEM -> "update_memory";
            case DELETE_ITEMS, DELETE_RESOURCE, APPLY_RETENTION -> "delete_memory";
            case CLEAR, ERASE -> "delete_memory_store";
        };
    }

    /** The conventions have no name for a transcription. */
    static String operation(ModelStep step) {
        return switch (step) {
            case EMBED -> "embeddings";
            case TRANSCRIBE -> "transcription";
            case PREPROCESS, EXTRACT, SUMMARIZE, DECIDE, RANK, VISION -> "chat";
        };
    }

    private static double[] bounds() {
        double[] bounds = new double[LAST_BOUND + 1];
        for (int i = 0; i <= LAST_BOUND; i++) {
            bounds[i] = Math.pow(4, i);
        }
        return bounds;
    }
}
