package io.memu4j.cli.option;

import org.jspecify.annotations.Nullable;

/**
 * One setting as it holds.
 *
 * @param key its name, that of the option without dashes
 * @param value what holds, or null for the default of the program
 * @param origin where it comes from
 */
public record Setting(String key, @Nullable String value, String origin) {}
