/** What subcommands print, as text and as JSON. */
@NullMarked
package io.memu4j.cli.view;

import org.jspecify.annotations.NullMarked;
