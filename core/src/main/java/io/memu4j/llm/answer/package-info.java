/** Reads what models answer: hostile until shown otherwise. */
@NullMarked
package io.memu4j.llm.answer;

import org.jspecify.annotations.NullMarked;
