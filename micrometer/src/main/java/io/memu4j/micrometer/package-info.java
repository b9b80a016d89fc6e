/** Reports memory operations and model calls to Micrometer, by OpenTelemetry's conventions for generative AI. */
@NullMarked
package io.memu4j.micrometer;

import org.jspecify.annotations.NullMarked;
