/** The contract of understanding: from passages to typed statements and a caption. */
@NullMarked
package io.memu4j.internal.understand;

import org.jspecify.annotations.NullMarked;
