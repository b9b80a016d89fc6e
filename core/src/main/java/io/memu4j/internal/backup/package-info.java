/** The folder of a backup: its manifest, its checksums, and how it is written and restored. */
@NullMarked
package io.memu4j.internal.backup;

import org.jspecify.annotations.NullMarked;
