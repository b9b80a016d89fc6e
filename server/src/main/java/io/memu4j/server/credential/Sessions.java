package io.memu4j.server.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Sessions of the page: a cookie stands for a credential that was shown once. The credential is checked again at each request, so that a
 * session ends with it. A restart ends all sessions.
 */
public final class Sessions {
    private static final Duration IDLE = Duration.ofHours(8);
    private static final int MOST = 10_000;

    private final Cache<String, String> credentials =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE).build();

    /** Begins a session for a credential that was found good; the value of its cookie. */
    public String begin(String bearer) {
        String id = Secrets.fresh();
        credentials.put(name(id), bearer);
        return id;
    }

    /** The credential that a cookie stands for. */
    public Optional<String> bearer(String cookie) {
        return Optional.ofNullable(credentials.getIfPresent(name(cookie)));
    }

    /** Ends a session. */
    public void end(String cookie) {
        credentials.invalidate(name(cookie));
    }

    private static String name(String cookie) {
        return HexFormat.of().formatHex(Secrets.hash(cookie));
    }
}
