/** The models of a factory as one operation uses them: metered. */
@NullMarked
package io.memu4j.llm;

import org.jspecify.annotations.NullMarked;
