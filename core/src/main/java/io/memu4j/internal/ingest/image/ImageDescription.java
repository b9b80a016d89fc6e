package io.memu4j.internal.ingest.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.internal.llm.answer.JsonAnswer;
import io.memu4j.internal.prompt.Prompt;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.AnswerSchema;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model saw in pictures.
 *
 * @param caption one sentence
 * @param description several sentences
 * @param writing text that can be read in them, or empty
 * @param scenes one per picture where several were shown and told apart, else empty
 */
public record ImageDescription(String caption, String description, Optional<String> writing, List<String> scenes) {
    private static final int LONGEST_CAPTION = 300;
    private static final AnswerSchema SCHEMA = new AnswerSchema(
            "seen",
            """
            {"type":"object","additionalProperties":false,"required":["caption","description","writing","scenes"],\
            "properties":{"caption":{"type":"string"},"description":{"type":"string"},\
            "writing":{"type":"string"},"scenes":{"type":"array","items":{"type":"string"}}}}""");

    /**
     * Shows the pictures to the model; one call, and one more where the first answer cannot be read. An answer that is cut off after its
     * description is good for that, and writing that is cut off is left out.
     *
     * @param prompt has the sections {@code system} and {@code repair}
     * @param task what the user part of the prompt says
     * @param answerTokens how long the answer may get; no more than half of the model's context
     * @throws ModelAnswerException when the second answer cannot be read either
     * @throws io.memu4j.error.ModelException when the model fails
     */
    public static ImageDescription by(
            ChatGenerator model,
            ModelCalls calls,
            Prompt prompt,
            String task,
            List<Picture> pictures,
            int answerTokens) {
        int most = Math.min(answerTokens, Math.max(1, model.contextTokens() / 2));
        ChatRequest request = ChatRequest.of(prompt.section("system"), task, most)
                .withPictures(pictures)
                .withSchema(SCHEMA);
        JsonAnswer read = read(model.chat(request));
        Optional<ImageDescription> seen = of(read);
        if (seen.isPresent()) {
            return seen.get();
        }
        calls.unusable(ModelStep.VISION);
        String again = task + "\n\n" + prompt.render("repair", Map.of("reason", reason(read)));
        ChatRequest repair = ChatRequest.of(request.system(), again, most)
                .withPictures(pictures)
                .withSchema(SCHEMA);
        JsonAnswer second = read(model.chat(repair));
        Optional<ImageDescription> seenAgain = of(second);
        if (seenAgain.isPresent()) {
            return seenAgain.get();
        }
        calls.unusable(ModelStep.VISION);
        throw new ModelAnswerException(
                "The model " + model.name() + " looked at the picture and answered twice what cannot"
                        + " be used: " + reason(second)
                        + ". Expected a JSON object with caption and description. Nothing was stored."
                        + " Try again, or use another vision model.");
    }

    private static JsonAnswer read(ChatAnswer answer) {
        return JsonAnswer.read(
                answer.text(),
                root -> new AnswerFields(root).text("description").isPresent());
    }

    private static String reason(JsonAnswer answer) {
        if (answer instanceof JsonAnswer.Salvaged salvaged) {
            return salvaged.reason();
        }
        return answer instanceof JsonAnswer.Unusable unusable ? unusable.reason() : "";
    }

    /** A description that is there is whole: what an answer ends in is left out of it. */
    private static Optional<ImageDescription> of(JsonAnswer answer) {
        if (answer instanceof JsonAnswer.Complete complete) {
            return Optional.of(of(complete.root()));
        }
        return answer instanceof JsonAnswer.Salvaged salvaged && salvaged.cutOff()
                ? Optional.of(of(salvaged.root()))
                : Optional.empty();
    }

    private static ImageDescription of(JsonNode root) {
        AnswerFields fields = new AnswerFields(root);
        String description = fields.text("description").orElseThrow();
        String caption = fields.text("caption").orElseGet(() -> firstSentence(description));
        return new ImageDescription(
                Texts.truncated(caption, LONGEST_CAPTION), description, fields.text("writing"), fields.texts("scenes"));
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
