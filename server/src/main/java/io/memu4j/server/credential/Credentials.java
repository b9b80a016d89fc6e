package io.memu4j.server.credential;

import io.memu4j.server.api.Caller;
import java.util.Optional;

/** Knows some of the credentials that come in the header Authorization. Thread-safe. */
public interface Credentials {
    /**
     * Whether a credential has the form of those that are known here. It decides who is asked; it proves nothing.
     *
     * @param bearer what follows {@code Bearer}
     */
    boolean mayKnow(String bearer);

    /**
     * Whom it stands for.
     *
     * @param bearer what follows {@code Bearer}
     * @return the caller, or empty if it is unknown, expired, revoked or forged
     */
    Optional<Caller> caller(String bearer);
}
