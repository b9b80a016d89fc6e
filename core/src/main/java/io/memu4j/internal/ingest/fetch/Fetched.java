package io.memu4j.internal.ingest.fetch;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a source.
 *
 * @param name the file name, or null where there is none
 * @param mediaType what the server says it is, lower case without parameters; null if the server names none
 * @param charset what the server says, or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Fetched(byte[] bytes, @Nullable String name, @Nullable String mediaType, @Nullable Charset charset) {}
