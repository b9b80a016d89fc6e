/** Reads JSON answers of models; an answer is hostile until it is checked. */
@NullMarked
package io.memu4j.internal.llm.answer;

import org.jspecify.annotations.NullMarked;
