/** Operations across scopes: backup, restore, erasure, health. */
@NullMarked
package io.memu4j.admin;

import org.jspecify.annotations.NullMarked;
