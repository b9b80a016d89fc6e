package io.memu4j.tck.surface;

import java.util.Map;
import java.util.Optional;

/** One way to a memory, as a scenario uses it. */
public interface Surface {
    /**
     * Carries out one call with the credential of a user.
     *
     * @param user a user of the scenario; each has one agent, {@code assistant}
     * @param call a name of {@link SurfaceScenario}
     * @param arguments of the call
     * @return what came back, or empty if this way has no such call
     */
    Optional<Outcome> call(String user, String call, Map<String, String> arguments);

    /**
     * What a call gave.
     *
     * @param refused whether it was refused: an error, or an answer that there is no such thing
     * @param text everything that came back, headers and messages too
     * @param id the id of the statement or source that was made, or empty
     */
    record Outcome(boolean refused, String text, String id) {}
}
