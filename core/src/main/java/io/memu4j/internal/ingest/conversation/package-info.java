/** The formats of conversations: from a text to its messages. */
@NullMarked
package io.memu4j.internal.ingest.conversation;

import org.jspecify.annotations.NullMarked;
