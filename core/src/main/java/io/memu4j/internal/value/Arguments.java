package io.memu4j.internal.value;

import io.memu4j.error.InvalidInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks arguments that callers outside of this code base pass, where no compiler checks for null. */
public final class Arguments {
    private Arguments() {}

    /**
     * Returns the argument.
     *
     * @param name of the parameter, for the error
     * @throws InvalidInputException if it is null
     */
    public static <T> T required(@Nullable T argument, String name) {
        if (argument == null) {
            throw new InvalidInputException("The argument '" + name + "' is null. Expected a value.");
        }
        return argument;
    }

    /**
     * Returns a copy of a list.
     *
     * @param name of the parameter, for the error
     * @throws InvalidInputException if it is null or has a null in it
     */
    public static <T> List<T> list(@Nullable List<? extends @Nullable T> argument, String name) {
        List<? extends @Nullable T> given = required(argument, name);
        for (int i = 0; i < given.size(); i++) {
            required(given.get(i), name + "[" + i + "]");
        }
        @SuppressWarnings("unchecked") // no null is in it
        List<T> checked = (List<T>) given;
        return List.copyOf(checked);
    }
}
