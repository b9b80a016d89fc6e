package io.memu4j.server.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.server.api.Caller;
import io.memu4j.server.api.Permission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an identity provider: a signed JWT with the user in {@code sub}, the permissions in {@code scope} and the agents in {@code
 * memu_agents}. A signature with a shared secret, or none, is never taken: a public key cannot be used as a secret then.
 */
public final class Tokens implements Credentials {
    private static final Set<JWSAlgorithm> PUBLIC = Stream.of(JWSAlgorithm.Family.RSA, JWSAlgorithm.Family.EC)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    private static final int LONGEST = 8_192;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Set<String> usualAgents;

    /**
     * Takes tokens as configured. Fetches no key yet.
     *
     * @throws ConfigurationException if an algorithm or the place of the keys cannot be used
     */
    public Tokens(TokenConfig config, Clock clock) {
        this.usualAgents = config.agents();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms(config), keys(config.keys())));
        var claims =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        config.audience(),
                        new JWTClaimsSet.Builder().issuer(config.issuer()).build(),
                        Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew((int) config.skew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
    }

    private static Set<JWSAlgorithm> algorithms(TokenConfig config) {
        Set<JWSAlgorithm> wanted =
                config.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        if (wanted.isEmpty() || !PUBLIC.containsAll(wanted)) {
            throw new ConfigurationException(
                    "The signatures of tokens must be made with a private key. Expected some of RS256, PS256, ES256.");
        }
        return wanted;
    }

    private static JWKSource<SecurityContext> keys(URI place) {
        try {
            if ("file".equals(place.getScheme())) {
                return new ImmutableJWKSet<>(JWKSet.parse(Files.readString(Path.of(place))));
            }
            boolean local = "http".equals(place.getScheme())
                    && InetAddress.getByName(place.getHost()).isLoopbackAddress();
            if ("https".equals(place.getScheme()) || local) {
                return JWKSourceBuilder.create(place.toURL()).retrying(true).build();
            }
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw unusable(e);
        }
        throw unusable(null);
    }

    private static ConfigurationException unusable(@Nullable Throwable cause) {
        return new ConfigurationException(
                "The public keys for tokens cannot be read. Expected an https address or a file with a JSON Web Key Set.",
                cause);
    }

    @Override
    public boolean mayKnow(String bearer) {
        return bearer.chars().filter(c -> c == '.').count() == 2;
    }

    @Override
    public Optional<Caller> caller(String bearer) {
        if (bearer.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(caller(processor.process(bearer, null)));
        } catch (ParseException | BadJOSEException | JOSEException | InvalidInputException e) {
            return Optional.empty();
        }
    }

    private Caller caller(JWTClaimsSet claims) throws ParseException {
        List<String> agents = claims.getStringListClaim("memu_agents");
        String scope = claims.getClaim("scope") instanceof String words ? words : "";
        Set<Permission> permissions = List.of(scope.split(" ")).stream()
                .flatMap(word -> Permission.of(word).stream())
                .collect(Collectors.toSet());
        String user = claims.getSubject();
        String shown = HexFormat.of()
                .formatHex(Secrets.hash(claims.getIssuer() + " " + user))
                .substring(0, 12);
        return new Caller("token:" + shown, user, agents == null ? usualAgents : Set.copyOf(agents), permissions);
    }
}
