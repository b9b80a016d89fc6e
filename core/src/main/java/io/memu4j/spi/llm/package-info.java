/** What a provider of models has to offer. */
@NullMarked
package io.memu4j.spi.llm;

import org.jspecify.annotations.NullMarked;
