/**
 * Reads a source: fetches it, recognises its format, and cuts its text into segments.
 *
 * <p>To add a modality, implement {@code ModalityReader} and list it in {@code ModalityReaders}. To add a format of conversations, implement
 * {@code conversation.ConversationFormat} and list it in {@code conversation.Conversations}.
 */
@NullMarked
package io.memu4j.internal.ingest;

import org.jspecify.annotations.NullMarked;
