package io.memu4j.ingest;

import io.memu4j.model.Modality;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Makes the segments of one modality. To add a modality, implement this and list it in {@link ModalityReaders}. */
sealed interface ModalityReader permits ConversationReader, DocumentReader {
    Modality modality();

    /**
     * What the content says.
     *
     * @param asked whether the caller named this modality: what does not fit is an error then
     * @return empty where the content is of another modality
     * @throws io.memu4j.error.InvalidInputException when it is of this modality and broken or empty
     */
    Optional<Reading> read(Content content, ZoneId zone, boolean asked);

    /** The segments, at least one, and the hash of what they were made from. */
    record Reading(String contentHash, List<Segment> segments) {}
}
