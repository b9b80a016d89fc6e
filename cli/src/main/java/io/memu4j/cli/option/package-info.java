/** Options of subcommands, and how their values are read. */
@NullMarked
package io.memu4j.cli.option;

import org.jspecify.annotations.NullMarked;
