package io.memu4j.server.credential;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Which tokens of an identity provider are taken.
 *
 * @param issuer what {@code iss} must be
 * @param audience what {@code aud} must hold
 * @param keys where the public keys are: an https address, http on the own machine, or a file
 * @param algorithms the signatures that are taken; of public keys only
 * @param skew how far clocks may differ
 * @param agents the agents of a token that names none in the claim {@code memu_agents}
 */
public record TokenConfig(
        String issuer, String audience, URI keys, Set<String> algorithms, Duration skew, Set<String> agents) {
    /** The signatures that are taken where nothing else is said. */
    public static final Set<String> USUAL_ALGORITHMS = Set.of("RS256", "PS256", "ES256");

    /** The usual difference of clocks. */
    public static final Duration USUAL_SKEW = Duration.ofSeconds(30);

    /** Copies the sets. */
    public TokenConfig {
        algorithms = Set.copyOf(algorithms);
        agents = Set.copyOf(agents);
    }
}
