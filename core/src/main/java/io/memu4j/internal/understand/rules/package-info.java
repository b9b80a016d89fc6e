/** Understanding without a model: statements selected by rules. */
@NullMarked
package io.memu4j.internal.understand.rules;

import org.jspecify.annotations.NullMarked;
