/** Operations across scopes: erasure, backup, restore, health. */
@NullMarked
package io.memu4j.admin;

import org.jspecify.annotations.NullMarked;
