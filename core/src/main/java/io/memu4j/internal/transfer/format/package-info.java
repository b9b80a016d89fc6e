/** The format of an export: its records, and how a line is written and read. */
@NullMarked
package io.memu4j.internal.transfer.format;

import org.jspecify.annotations.NullMarked;
