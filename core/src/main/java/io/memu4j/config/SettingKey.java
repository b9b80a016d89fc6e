package io.memu4j.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name under which a setting is read, with what a reader of documentation or an editor needs to know of it.
 *
 * @param name begins with {@code memu.}; words are parted by hyphens
 * @param type {@code String}, {@code Integer} or {@code Long}
 * @param standard the value of a setting that is absent, or null if it depends on other settings
 * @param values all values that are accepted, or empty if they cannot be listed
 * @param secret whether the value must not be shown
 * @param description one English sentence
 */
public record SettingKey(
        String name,
        Class<?> type,
        @Nullable String standard,
        List<String> values,
        boolean secret,
        String description) {

    /**
     * Copies the values.
     *
     * @param name the name
     * @param type the type
     * @param standard the default, or null
     * @param values the accepted values, or empty
     * @param secret whether the value must not be shown
     * @param description one sentence
     */
    public SettingKey {
        values = List.copyOf(values);
    }

    static SettingKey text(String name, @Nullable String standard, String description) {
        return new SettingKey(name, String.class, standard, List.of(), false, description);
    }

    static SettingKey secret(String name, String description) {
        return new SettingKey(name, String.class, null, List.of(), true, description);
    }

    static SettingKey choice(String name, @Nullable String standard, List<String> values, String description) {
        return new SettingKey(name, String.class, standard, values, false, description);
    }

    static SettingKey integer(String name, int standard, String description) {
        return new SettingKey(name, Integer.class, Integer.toString(standard), List.of(), false, description);
    }

    static SettingKey size(String name, @Nullable Long standard, String description) {
        return new SettingKey(
                name, Long.class, standard == null ? null : Long.toString(standard), List.of(), false, description);
    }
}
