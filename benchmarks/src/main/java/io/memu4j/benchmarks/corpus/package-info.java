/** Made-up memories of any size, put into a store without any model. */
@NullMarked
package io.memu4j.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
