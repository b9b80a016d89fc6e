/** Applies the schema's changelogs and reports what is pending. */
@NullMarked
package io.memu4j.migrations;

import org.jspecify.annotations.NullMarked;
