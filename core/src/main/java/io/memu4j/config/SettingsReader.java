package io.memu4j.config;

import io.memu4j.error.MemoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads settings by key, and collects what is wrong with them. A blank value is an absent one. */
final class SettingsReader {
    private final Function<String, @Nullable String> lookup;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Function<String, @Nullable String> lookup) {
        this.lookup = lookup;
    }

    List<String> faults() {
        return faults;
    }

    void fault(SettingKey key, String phrase) {
        faults.add(key.name() + " " + phrase);
    }

    boolean isSet(SettingKey key) {
        return text(key).isPresent();
    }

    Optional<String> text(SettingKey key) {
        String value = lookup.apply(key.name());
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** Reads a password as it is: white space at its ends may belong to it. */
    Optional<String> verbatim(SettingKey key) {
        return text(key).map(present -> lookup.apply(key.name()));
    }

    /** Reads one of the key's values; they are the names of constants in small letters, with hyphens. */
    <E extends Enum<E>> Optional<E> choice(SettingKey key, Class<E> constants) {
        return listed(key)
                .map(value ->
                        Enum.valueOf(constants, value.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** Reads one of the key's values. */
    Optional<String> listed(SettingKey key) {
        return text(key)
                .map(value -> value.toLowerCase(Locale.ROOT).replace('_', '-'))
                .filter(value -> {
                    boolean known = key.values().contains(value);
                    if (!known) {
                        fault(key, "is '" + value + "': choose one of " + String.join(", ", key.values()));
                    }
                    return known;
                });
    }

    /** Reads a whole number between two limits, both of which are accepted. */
    <T> Optional<T> number(SettingKey key, long least, long most, LongFunction<T> made) {
        return text(key).flatMap(value -> {
            String range = most == Long.MAX_VALUE ? "from " + least : "from " + least + " to " + most;
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return Optional.of(made.apply(number));
                }
            } catch (NumberFormatException e) { // reported as the number out of range is
            }
            fault(key, "is '" + value + "': write a whole number " + range);
            return Optional.empty();
        });
    }

    /** Reads a value that its class checks, whose message must not show what is secret. */
    <T> Optional<T> checked(SettingKey key, Function<String, T> check) {
        return text(key).flatMap(value -> {
            try {
                return Optional.of(check.apply(value));
            } catch (MemoryException | IllegalArgumentException e) {
                String reason = e instanceof MemoryException ? String.valueOf(e.getMessage()) : "It cannot be read.";
                fault(key, "is not valid: " + reason.replaceFirst("\\.$", ""));
                return Optional.empty();
            }
        });
    }
}
