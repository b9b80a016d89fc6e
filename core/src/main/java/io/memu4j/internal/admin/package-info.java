/** Backup, erasure and health across the scopes of one store. */
@NullMarked
package io.memu4j.internal.admin;

import org.jspecify.annotations.NullMarked;
