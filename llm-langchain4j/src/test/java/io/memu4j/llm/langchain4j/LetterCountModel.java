package io.memu4j.llm.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;

/** Counts the letters a, b and anything else; records what it was sent and fails on demand. */
final class LetterCountModel implements EmbeddingModel {
    final List<String> received = new ArrayList<>();
    String modelName = "unknown";
    String fault = "";
    RuntimeException failure;
    int dimensionsAsked;

    @Override
    public String modelName() {
        return modelName;
    }

    @Override
    public int dimension() {
        dimensionsAsked++;
        return 3;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        if (failure != null) {
            throw failure;
        }
        segments.forEach(s -> received.add(s.text()));
        List<Embedding> vectors =
                segments.stream().map(s -> Embedding.from(vector(s.text()))).toList();
        return Response.from(fault.equals("fewer") ? vectors.subList(1, vectors.size()) : vectors);
    }

    private float[] vector(String text) {
        return switch (fault) {
            case "zero" -> new float[3];
            case "nan" -> new float[] {Float.NaN, 1, 1};
            case "uneven" -> text.length() == 1 ? new float[] {1} : new float[] {1, 1};
            case "longer" -> new float[] {1, 1, 1, 1};
            default -> {
                float a = text.chars().filter(c -> c == 'a').count();
                float b = text.chars().filter(c -> c == 'b').count();
                yield new float[] {a, b, text.length() - a - b};
            }
        };
    }
}
