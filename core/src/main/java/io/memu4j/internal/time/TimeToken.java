package io.memu4j.internal.time;

/**
 * A word or figure of a text with its role.
 *
 * @param unit the unit of a {@link TimeRole#UNIT} or {@link TimeRole#FIXED}, otherwise empty
 * @param value what the role counts: the number of a month, an amount, a day since 1970
 * @param start index of its first UTF-16 unit
 * @param end index after its last
 */
record TimeToken(TimeRole role, String unit, int value, int start, int end) {
    boolean isAny(String letters) {
        return role.isAny(letters);
    }
}
