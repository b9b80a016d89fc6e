/** What a backup looks like on disk: its folder, its manifest and its checksums. */
@NullMarked
package io.memu4j.backup;

import org.jspecify.annotations.NullMarked;
