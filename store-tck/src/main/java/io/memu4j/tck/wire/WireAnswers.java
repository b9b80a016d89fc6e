package io.memu4j.tck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.tck.HashedWordsModel;
import java.util.ArrayList;
import java.util.List;

/** Answers in the formats of the providers. */
public final class WireAnswers {
    /** Numbers per vector. */
    public static final int DIMENSION = 64;

    private static final ObjectMapper JSON = new ObjectMapper();

    private WireAnswers() {}

    /** OpenAI's answer of a chat model: 11 tokens in, 7 out. */
    public static String openAiChat(String text, String finishReason) {
        ObjectNode root = JSON.createObjectNode();
        root.put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", "scripted");
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finishReason);
        choice.putObject("message").put("role", "assistant").put("content", text);
        root.putObject("usage")
                .put("prompt_tokens", 11)
                .put("completion_tokens", 7)
                .put("total_tokens", 18);
        return root.toString();
    }

    /** Ollama's answer of a chat model: 11 tokens in, 7 out. */
    public static String ollamaChat(String text, String doneReason) {
        ObjectNode root = JSON.createObjectNode();
        root.put("model", "scripted").put("created_at", "2026-01-01T00:00:00Z");
        root.putObject("message").put("role", "assistant").put("content", text);
        root.put("done", true).put("done_reason", doneReason);
        root.put("prompt_eval_count", 11).put("eval_count", 7);
        return root.toString();
    }

    /** OpenAI's answer of a transcription model. */
    public static String transcription(String text) {
        return JSON.createObjectNode().put("text", text).toString();
    }

    /** OpenAI's answer with those vectors, in that order; 3 tokens each. */
    public static String openAiEmbeddings(List<float[]> vectors) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode rows = root.put("object", "list").put("model", "scripted").putArray("data");
        for (int i = 0; i < vectors.size(); i++) {
            write(
                    vectors.get(i),
                    rows.addObject().put("object", "embedding").put("index", i).putArray("embedding"));
        }
        root.putObject("usage").put("prompt_tokens", 3 * vectors.size()).put("total_tokens", 3 * vectors.size());
        return root.toString();
    }

    /** Ollama's answer with those vectors; 3 tokens each. */
    public static String ollamaEmbeddings(List<float[]> vectors) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode rows = root.put("model", "scripted").putArray("embeddings");
        vectors.forEach(vector -> write(vector, rows.addArray()));
        return root.put("prompt_eval_count", 3 * vectors.size()).toString();
    }

    /** The length of the longest text in a request for embeddings, in UTF-16 units. */
    static int longestInput(JsonNode request) {
        JsonNode input = request.path("input");
        return input.isTextual()
                ? input.asText().length()
                : input.valueStream()
                        .mapToInt(text -> text.asText().length())
                        .max()
                        .orElse(0);
    }

    /** The vectors of the texts in a request for embeddings: alike where words are alike. */
    public static List<float[]> vectors(JsonNode request) {
        List<String> texts = new ArrayList<>();
        JsonNode input = request.path("input");
        if (input.isTextual()) {
            texts.add(input.asText());
        }
        input.forEach(text -> texts.add(text.asText()));
        return new HashedWordsModel(DIMENSION).embedAll(texts);
    }

    private static void write(float[] vector, ArrayNode into) {
        for (float v : vector) {
            into.add(v);
        }
    }
}
