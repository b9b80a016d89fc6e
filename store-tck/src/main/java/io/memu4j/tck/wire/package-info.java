/** A server for tests that speaks the protocols of OpenAI and Ollama over real sockets. */
@NullMarked
package io.memu4j.tck.wire;

import org.jspecify.annotations.NullMarked;
