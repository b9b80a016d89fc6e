/** From a path or an address to bytes, within limits and within the policy. */
@NullMarked
package io.memu4j.ingest.fetch;

import org.jspecify.annotations.NullMarked;
