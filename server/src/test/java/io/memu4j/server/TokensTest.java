package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.memu4j.error.ConfigurationException;
import io.memu4j.server.RunningServer.Answer;
import io.memu4j.server.api.Caller;
import io.memu4j.server.api.Permission;
import io.memu4j.server.credential.TokenConfig;
import io.memu4j.server.credential.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");
    private static final String ISSUER = "https://login.example.org";
    private static final String AUDIENCE = "https://memory.example.org";

    @TempDir
    static Path folder;

    private static RSAKey key;
    private static RSAKey foreignKey;
    private static TokenConfig config;

    @BeforeAll
    static void makeKeys() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        foreignKey = new RSAKeyGenerator(2048).keyID("k1").generate();
        Path keys = folder.resolve("keys.json");
        Files.writeString(keys, new JWKSet(key.toPublicJWK()).toString());
        config = new TokenConfig(
                ISSUER, AUDIENCE, keys.toUri(), TokenConfig.USUAL_ALGORITHMS, TokenConfig.USUAL_SKEW, Set.of());
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("ana")
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .claim("scope", "openid memory:read memory:write")
                .claim("memu_agents", List.of("assistant"));
    }

    private static String signed(JWTClaimsSet claims) throws Exception {
        return signed(claims, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1"), new RSASSASigner(key));
    }

    private static String signed(JWTClaimsSet claims, JWSHeader.Builder header, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static Optional<Caller> caller(String token) {
        return new Tokens(config, Clock.fixed(NOW, ZoneOffset.UTC)).caller(token);
    }

    @Test
    void the_user_agents_and_permissions_are_those_of_the_claims() throws Exception {
        Caller caller = caller(signed(claims().build())).orElseThrow();
        assertThat(caller.user()).isEqualTo("ana");
        assertThat(caller.agents()).containsExactly("assistant");
        assertThat(caller.permissions()).containsExactlyInAnyOrder(Permission.READ, Permission.WRITE);
        assertThat(caller.subject()).doesNotContain("ana");
        assertThat(caller(signed(claims().claim("memu_agents", null).build()))
                        .orElseThrow()
                        .agents())
                .isEmpty();
    }

    @Test
    void another_issuer_audience_or_time_is_refused() throws Exception {
        assertThat(caller(signed(claims().issuer("https://evil.example").build())))
                .isEmpty();
        assertThat(caller(signed(claims().audience("https://other.example").build())))
                .isEmpty();
        assertThat(caller(signed(claims().audience((String) null).build()))).isEmpty();
        assertThat(caller(signed(claims().subject(null).build()))).isEmpty();
        assertThat(caller(signed(claims().expirationTime(null).build()))).isEmpty();
        assertThat(caller(signed(
                        claims().expirationTime(Date.from(NOW.minusSeconds(29))).build())))
                .isPresent();
        assertThat(caller(signed(
                        claims().expirationTime(Date.from(NOW.minusSeconds(31))).build())))
                .isEmpty();
        assertThat(caller(signed(
                        claims().notBeforeTime(Date.from(NOW.plusSeconds(31))).build())))
                .isEmpty();
        assertThat(caller(signed(claims().subject("\u0000").build()))).isEmpty();
    }

    @Test
    void forged_signatures_are_refused() throws Exception {
        JWTClaimsSet claims = claims().build();
        assertThat(caller(new PlainJWT(claims).serialize())).isEmpty();
        assertThat(caller(signed(
                        claims, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1"), new RSASSASigner(foreignKey))))
                .isEmpty();
        byte[] publicKey = key.toPublicKey().getEncoded();
        String pem = key.toPublicJWK().toJSONString();
        for (byte[] secret : List.of(publicKey, pem.getBytes(StandardCharsets.UTF_8))) {
            assertThat(caller(signed(
                            claims, new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1"), new MACSigner(secret))))
                    .isEmpty();
        }
        assertThat(caller(signed(
                        claims,
                        new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(foreignKey.toPublicJWK()),
                        new RSASSASigner(foreignKey))))
                .isEmpty();
        assertThat(caller(signed(
                        claims,
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").type(new JOSEObjectType("logout+jwt")),
                        new RSASSASigner(key))))
                .isEmpty();
        assertThat(caller(signed(claims, new JWSHeader.Builder(JWSAlgorithm.RS384).keyID("k1"), new RSASSASigner(key))))
                .isEmpty();
        String good = signed(claims);
        assertThat(caller(good.substring(0, good.lastIndexOf('.') + 1))).isEmpty();
        assertThat(caller("a.b.c")).isEmpty();
    }

    @Test
    void a_shared_secret_or_keys_from_anywhere_cannot_be_configured() {
        for (TokenConfig wrong : List.of(
                new TokenConfig(ISSUER, AUDIENCE, config.keys(), Set.of("HS256"), config.skew(), Set.of()),
                new TokenConfig(ISSUER, AUDIENCE, config.keys(), Set.of("none"), config.skew(), Set.of()),
                new TokenConfig(
                        ISSUER,
                        AUDIENCE,
                        URI.create("http://example.org/keys"),
                        Set.of("RS256"),
                        config.skew(),
                        Set.of()),
                new TokenConfig(
                        ISSUER, AUDIENCE, folder.resolve("none").toUri(), Set.of("RS256"), config.skew(), Set.of()))) {
            assertThatThrownBy(() -> new Tokens(wrong, Clock.systemUTC())).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void a_token_opens_the_memory_of_its_subject_as_far_as_it_allows() throws Exception {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (RunningServer server =
                new RunningServer(folder, builder -> builder.tokens(config).clock(clock))) {
            String token = signed(claims().build());
            assertThat(server.post(token, "/v1/agents/assistant/items", "{\"text\": \"Ana rows.\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(server.get(server.ana, "/v1/agents/assistant/items").text())
                    .contains("Ana rows.");
            assertThat(server.get(signed(claims().subject("bo").build()), "/v1/agents/assistant/items")
                            .text())
                    .doesNotContain("Ana rows.");
            Answer refused = server.delete(token, "/v1/agents/assistant");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("WWW-Authenticate"))
                    .contains("insufficient_scope")
                    .contains("memory:delete");
        }
    }
}
