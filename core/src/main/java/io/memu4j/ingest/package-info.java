/**
 * From a source to its text: {@link io.memu4j.ingest.SourceReader} fetches, recognises and cuts into segments;
 * {@link io.memu4j.ingest.PassagePlan} tells what becomes of stored passages.
 *
 * <p>To add a modality, implement {@code ModalityReader} and list it in {@code ModalityReaders}; to add a format of conversations, implement
 * {@code conversation.ConversationFormat} and list it in {@code conversation.Conversations}.
 */
@NullMarked
package io.memu4j.ingest;

import org.jspecify.annotations.NullMarked;
