package io.memu4j.internal.value;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an immutable value. A value holds them in one final field and never changes them; {@code withX} copies them, changes the copy
 * and makes a new value of it. So a field is declared once, and adding one touches no constructor.
 */
public abstract class ValueFields implements Cloneable {
    /** For subclasses, which are private classes of their value. */
    protected ValueFields() {}

    /** Returns a copy of {@code fields} to which {@code change} was applied. */
    @SuppressWarnings("unchecked") // clone() returns an object of the same class
    public static <F extends ValueFields> F copy(F fields, Consumer<F> change) {
        try {
            F copy = (F) ((ValueFields) fields).clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what two values are compared by, in a fixed order. */
    protected abstract List<? extends @Nullable Object> compared();

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ValueFields fields
                && fields.getClass() == getClass()
                && fields.compared().equals(compared());
    }

    @Override
    public final int hashCode() {
        return compared().hashCode();
    }
}
