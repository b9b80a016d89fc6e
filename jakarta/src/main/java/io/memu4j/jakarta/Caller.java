package io.memu4j.jakarta;

import org.jspecify.annotations.Nullable;

/** A place where the container says who has signed in. */
interface Caller {
    /** Returns the name of the caller of the current request; null if nobody has signed in, or there is no request. */
    @Nullable
    String name();
}
