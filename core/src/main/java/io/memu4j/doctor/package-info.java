/** The result of an examination of a whole database. */
@NullMarked
package io.memu4j.doctor;

import org.jspecify.annotations.NullMarked;
