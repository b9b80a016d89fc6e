/** One class per subcommand. */
@NullMarked
package io.memu4j.cli.command;

import org.jspecify.annotations.NullMarked;
