package io.memu4j.server.api.view;

import io.memu4j.server.api.RequestRefused;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads the name of a time zone. */
public final class Zones {
    private Zones() {}

    /** The zone of this name; a refusal if there is none. */
    public static ZoneId of(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw RequestRefused.malformed(
                    "The field 'zone' names no time zone. Expected one such as Europe/Berlin or +02:00.");
        }
    }
}
