/** Fetches a path or an address, within the limits and the policy. */
@NullMarked
package io.memu4j.internal.ingest.fetch;

import org.jspecify.annotations.NullMarked;
