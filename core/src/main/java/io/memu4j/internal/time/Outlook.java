package io.memu4j.internal.time;

/** Where a sentence looks from the day of speaking. */
enum Outlook {
    BACK,
    AHEAD,
    /** Its words do not say. */
    OPEN
}
