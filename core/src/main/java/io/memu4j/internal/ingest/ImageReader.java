package io.memu4j.internal.ingest;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.document.DocumentPassages;
import io.memu4j.internal.ingest.image.ImageDescription;
import io.memu4j.internal.ingest.image.PreparedImage;
import io.memu4j.internal.ingest.text.BinaryFormat;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.prompt.Prompt;
import io.memu4j.internal.value.Digests;
import io.memu4j.model.Modality;
import io.memu4j.spi.document.DocumentBlock;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.Picture;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Images: a vision model describes them, and the description is their text. One call. */
final class ImageReader implements ModalityReader {
    private static final Set<String> READABLE = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Prompt PROMPT = Prompt.load("image");

    private final int answerTokens;

    /** @param answerTokens how long a description may get */
    ImageReader(int answerTokens) {
        this.answerTokens = answerTokens;
    }

    @Override
    public Modality modality() {
        return Modality.IMAGE;
    }

    @Override
    public Optional<Reading> read(Content content, ZoneId zone, boolean asked) {
        BinaryFormat format = content.binary();
        byte[] bytes = content.copy();
        if (format == null || bytes == null || format.modality() != Modality.IMAGE) {
            return Optional.empty();
        }
        if (!READABLE.contains(format.mediaType())) {
            throw new InvalidInputException(content.subject() + " is an image (" + format.mediaType()
                    + "). Expected PNG, JPEG, GIF or WebP. Save it as one of those.");
        }
        return Optional.of(new Reading(
                Digests.sha256(bytes),
                calls -> calls.vision().isPresent() ? TextCost.ofLookingAt(1) : TextCost.NOTHING,
                (calls, checkpoint) -> look(content.subject(), format.mediaType(), bytes, calls)));
    }

    private SourceText look(String subject, String mediaType, byte[] bytes, ModelCalls calls) {
        Picture picture = PreparedImage.of(subject, mediaType, bytes);
        ChatGenerator model = calls.vision().orElseThrow(() -> noModel(subject));
        ImageDescription seen =
                ImageDescription.by(model, calls, PROMPT, PROMPT.section("task"), List.of(picture), answerTokens);
        List<DocumentBlock> blocks = new ArrayList<>();
        blocks.add(DocumentBlock.paragraph(seen.description()));
        seen.writing().ifPresent(text -> blocks.add(DocumentBlock.paragraph("Writing in the picture: " + text)));
        return new SourceText(
                DocumentReader.segments(DocumentPassages.of(DocumentReader.storable(blocks))), seen.caption());
    }

    private static ConfigurationException noModel(String subject) {
        return new ConfigurationException(
                subject + " is an image, and no model that sees pictures is configured. Set one: --vision-model of the"
                        + " command, the vision model of LlmConfig, or Models.vision() of your own. Nothing was"
                        + " stored.");
    }
}
