/** What models are told: versioned templates in resource files, and the fence around text that is data. */
@NullMarked
package io.memu4j.prompt;

import org.jspecify.annotations.NullMarked;
