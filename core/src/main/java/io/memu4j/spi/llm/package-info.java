/** Providers of models: chat, embedding, vision, transcription. */
@NullMarked
package io.memu4j.spi.llm;

import org.jspecify.annotations.NullMarked;
