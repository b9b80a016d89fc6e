package io.memu4j.internal.value;

import com.fasterxml.uuid.Generators;

/** Makes ids. Any thread. */
@FunctionalInterface
public interface IdSource {
    /** A new id: lower-case text of 36 characters, later ids sort after earlier ones of the same source. */
    String next();

    /** UUIDs of version 7, which start with the time. */
    static IdSource uuidV7() {
        var generator = Generators.timeBasedEpochGenerator();
        return () -> generator.generate().toString();
    }
}
