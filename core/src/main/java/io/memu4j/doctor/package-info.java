/** What a check of a whole memory reports. */
@NullMarked
package io.memu4j.doctor;

import org.jspecify.annotations.NullMarked;
