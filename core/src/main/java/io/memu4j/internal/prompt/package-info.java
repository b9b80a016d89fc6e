/** The prompts of models: versioned templates, and the fence around text that is data. */
@NullMarked
package io.memu4j.internal.prompt;

import org.jspecify.annotations.NullMarked;
