/** The formats of conversations: from a text to its messages. A new format implements {@link io.memu4j.ingest.conversation.ConversationFormat}. */
@NullMarked
package io.memu4j.ingest.conversation;

import org.jspecify.annotations.NullMarked;
