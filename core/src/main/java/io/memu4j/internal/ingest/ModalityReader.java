package io.memu4j.internal.ingest;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.Modality;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Recognises the sources of one modality. To add a modality, implement this and list it in {@link ModalityReaders}. */
sealed interface ModalityReader permits ConversationReader, ImageReader, AudioReader, VideoReader, DocumentReader {
    Modality modality();

    /**
     * The content as that modality; no model is asked yet.
     *
     * @param asked whether the caller named this modality: what does not fit is an error then
     * @return empty where the content is of another modality
     * @throws io.memu4j.error.InvalidInputException when it is of this modality and broken or empty
     */
    Optional<Reading> read(Content content, ZoneId zone, boolean asked);

    /**
     * A source that is known to be of the modality.
     *
     * @param contentHash of what the text is made from
     * @param cost what getting the text takes with those models; {@link TextCost#NOTHING} where one it cannot do without is missing
     * @param extraction gets the text out of it
     */
    record Reading(String contentHash, Function<ModelCalls, TextCost> cost, TextExtraction extraction) {
        /** A source whose text is got without a model. */
        Reading(String contentHash, TextExtraction extraction) {
            this(contentHash, calls -> TextCost.NOTHING, extraction);
        }

        /** A text that is known already. */
        static Reading of(String contentHash, List<Segment> segments) {
            SourceText text = SourceText.of(segments);
            return new Reading(contentHash, (calls, checkpoint) -> text);
        }
    }
}
