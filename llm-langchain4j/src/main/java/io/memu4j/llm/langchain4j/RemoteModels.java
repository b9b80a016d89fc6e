package io.memu4j.llm.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.StepModels;
import io.memu4j.model.ModelStep;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the chat models of a configuration, one per name. */
final class RemoteModels {
    private final LlmConfig llm;
    private final Function<String, ChatModel> maker;
    private final Function<String, Endpoint> endpoints;
    private final ChatDialect dialect;
    private final Attempts attempts;
    private final Map<String, io.memu4j.spi.llm.ChatGenerator> byName = new HashMap<>();

    RemoteModels(
            LlmConfig llm,
            Function<String, ChatModel> maker,
            Function<String, Endpoint> endpoints,
            ChatDialect dialect,
            Attempts attempts) {
        this.llm = llm;
        this.maker = maker;
        this.endpoints = endpoints;
        this.dialect = dialect;
        this.attempts = attempts;
    }

    /** A model for every step asked in words. */
    Map<ModelStep, io.memu4j.spi.llm.ChatGenerator> bySteps(String everyStep) {
        StepModels names = llm.stepModels();
        Map<ModelStep, io.memu4j.spi.llm.ChatGenerator> result = new EnumMap<>(ModelStep.class);
        result.put(ModelStep.PREPROCESS, named(names.preprocess(), everyStep));
        result.put(ModelStep.EXTRACT, named(names.extract(), everyStep));
        result.put(ModelStep.SUMMARIZE, named(names.summarize(), everyStep));
        result.put(ModelStep.DECIDE, named(names.decide(), everyStep));
        result.put(ModelStep.RANK, named(names.rank(), everyStep));
        return result;
    }

    io.memu4j.spi.llm.ChatGenerator named(@Nullable String name, String otherwise) {
        return byName.computeIfAbsent(
                name == null ? otherwise : name,
                chosen ->
                        new ChatAdapter(maker.apply(chosen), endpoints.apply(chosen), dialect, llm.limits(), attempts));
    }
}
