/** The models of one operation, metered and within its budget. */
@NullMarked
package io.memu4j.internal.llm;

import org.jspecify.annotations.NullMarked;
