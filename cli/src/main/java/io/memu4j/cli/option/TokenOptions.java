package io.memu4j.cli.option;

import io.memu4j.server.credential.TokenConfig;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tokens of an identity provider a server takes. */
public final class TokenOptions {
    @Option(names = "--token-issuer", paramLabel = "TEXT", description = "Take tokens of this issuer (iss).")
    private @Nullable String issuer;

    @Option(names = "--token-audience", paramLabel = "TEXT", description = "For whom the tokens must be (aud).")
    private @Nullable String audience;

    @Option(
            names = "--token-keys",
            paramLabel = "URL|FILE",
            description = "The public keys of the issuer: a JSON Web Key Set at an https address or in a file.")
    private @Nullable String place;

    @Option(
            names = "--token-algorithms",
            split = ",",
            paramLabel = "NAME",
            description = "The signatures that are taken (default: RS256,PS256,ES256).")
    private List<String> algorithms = List.of();

    @Option(
            names = "--token-agents",
            split = ",",
            paramLabel = "ID",
            description = "The agents of a token without the claim memu_agents (default: none).")
    private List<String> agents = List.of();

    /** Empty if none of the options is given. */
    public Optional<TokenConfig> config() {
        if (issuer == null || audience == null || place == null) {
            if (Stream.of(issuer, audience, place).anyMatch(Objects::nonNull)) {
                throw new UsageException("Tokens need all of --token-issuer, --token-audience and --token-keys.");
            }
            return Optional.empty();
        }
        return Optional.of(new TokenConfig(
                issuer,
                audience,
                uri(place),
                algorithms.isEmpty() ? TokenConfig.USUAL_ALGORITHMS : Set.copyOf(algorithms),
                TokenConfig.USUAL_SKEW,
                Set.copyOf(agents)));
    }

    private static URI uri(String place) {
        try {
            return place.startsWith("http:") || place.startsWith("https:")
                    ? URI.create(place)
                    : Path.of(place).toUri();
        } catch (InvalidPathException e) {
            throw new UsageException("--token-keys is neither an address nor a file.");
        } catch (IllegalArgumentException e) {
            throw new UsageException("--token-keys is not an address.");
        }
    }
}
