/** Reads HTTP bodies up to a limit. */
@NullMarked
package io.memu4j.internal.http;

import org.jspecify.annotations.NullMarked;
