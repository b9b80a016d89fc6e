/** Finds stores, models and parsers through ServiceLoader. */
@NullMarked
package io.memu4j.internal.provider;

import org.jspecify.annotations.NullMarked;
